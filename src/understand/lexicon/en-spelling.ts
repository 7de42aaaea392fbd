/** Words of English that are misspelt, or shortened on a phone. */
import { row, type Lexicon } from './lexicon.ts';

export const englishSpelling = {
  deciding:
    row(`able coming attend attending unable unfortunately cannot apologies definitely certainly
    perhaps possibly maybe decline delighted available unavailable sadly afraid invitation`),
  lookalikes:
    row(`apologias apologise apologises apologizes certainty declined decliner declines invitations
    possible`),
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
