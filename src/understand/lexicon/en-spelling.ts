/** Words of English that are misspelt, or shortened on a phone. */
import { row, type Lexicon } from './lexicon.ts';

export const englishSpelling = {
  deciding:
    row(`able coming attend attending unable unfortunately cannot apologies definitely certainly
    perhaps possibly maybe decline delighted available unavailable sadly afraid invitation`),
  lookalikes:
    row(`apologias apologise apologises apologizes certainty declined decliner declines invitations
    possible`),
  unmarked: [
    [
      'ill',
      "i'll",
      'be come attend join bring see take make do have drive get definitely certainly probably miss pass let try',
    ],
    ['well', "we'll", 'be both all definitely see'],
    ['were', "we're", 'coming both all in not away attending joining happy delighted'],
    [
      'im',
      "i'm",
      'coming in there away afraid not sorry happy glad delighted free working unable out up game definitely on so really very just still attending a the ill abroad busy pleased looking bringing',
    ],
    ['id', "i'd", 'be love like have rather say hate miss come gladly really'],
    ['wed', "we'd", 'be love like have rather both all gladly really'],
    [
      'its',
      "it's",
      'a an not only just me us ok okay fine too our my the no yes on still that been so very really going',
    ],
    ['hes', "he's", 'a not coming ill away in on'],
    ['shes', "she's", 'a not coming ill away in on'],
  ],
  misspelt: [
    ['wont', "won't"],
    ['cant', "can't"],
    ['unfortunetly', 'unfortunately'],
    ['definatly', 'definitely'],
    ['dont', "don't"],
    ['doesnt', "doesn't"],
    ['didnt', "didn't"],
    ['isnt', "isn't"],
    ['havent', "haven't"],
    ['couldnt', "couldn't"],
    ['wouldnt', "wouldn't"],
    ['ive', "i've"],
    ['weve', "we've"],
    ['youre', "you're"],
    ['thats', "that's"],
    ['theres', "there's"],
    ['gonna', 'going to'],
    ['gotta', 'got to'],
    ['wanna', 'want to'],
    ['coz', 'because'],
    ['cuz', 'because'],
    ['weds', 'wednesday'],
    ['thur', 'thursday'],
  ],
} satisfies Partial<Lexicon>;
