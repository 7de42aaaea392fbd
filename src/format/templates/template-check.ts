/**
 * Looks a template through before anything is sent: every name in it, also in conditions, in what
 * helpers are given and in partials, each in the context of its block. Handlebars itself is silent
 * about most of them.
 */
import { near } from '../../domain/names.ts';
import type { Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import { HELPERS, type NameParts } from './template-names.ts';
import { excerpt, type ParsedTemplate } from './template-parse.ts';
import {
  isParts,
  itemOf,
  namesIn,
  nearNames,
  partOf,
  VALUE,
  type Found,
  type Scope,
} from './template-scope.ts';

type Say = Words<'templates'>;
type Program = hbs.AST.Program;

export interface Checked {
  readonly problems: readonly Problem[];
  /** From the root: `meeting.title`, `answer.yes`; partials as `> footer`. */
  readonly used: ReadonlySet<string>;
}

/** `partials` by name; those that cannot be read are told elsewhere and stand as undefined. */
export function checkNames(
  templates: readonly ParsedTemplate[],
  partials: ReadonlyMap<string, ParsedTemplate | undefined>,
  names: NameParts,
  say: Say,
): Checked {
  const walk = new Walk(partials, names, say);
  for (const template of templates) walk.template(template);
  return walk;
}

const DATA = new Set(['index', 'key', 'first', 'last']);
/** Of Handlebars: they take one value and change the context, or not. */
const BLOCKS = new Set(['if', 'unless', 'each', 'with']);
const DEEPEST = 20;

class Walk implements Checked {
  readonly problems: Problem[] = [];
  readonly used = new Set<string>();
  private readonly partials: ReadonlyMap<string, ParsedTemplate | undefined>;
  private readonly root: Found;
  private readonly say: Say;
  private current!: ParsedTemplate;
  private depth = 0;
  private readonly told = new Set<string>();

  constructor(
    partials: ReadonlyMap<string, ParsedTemplate | undefined>,
    names: NameParts,
    say: Say,
  ) {
    this.partials = partials;
    this.root = { shape: names, path: '' };
    this.say = say;
  }

  template(template: ParsedTemplate): void {
    this.within(template, { contexts: [this.root], params: {}, loops: 0 });
  }

  private within(template: ParsedTemplate, scope: Scope): void {
    const before = this.current;
    this.current = template;
    this.program(template.program, scope);
    this.current = before;
  }

  private program(program: Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.statement(statement, scope);
  }

  private statement(node: hbs.AST.Statement, scope: Scope): void {
    switch (node.type) {
      case 'MustacheStatement': {
        const mustache = node as hbs.AST.MustacheStatement;
        // Handlebars says so of three braces, and of an ampersand.
        if (!mustache.escaped) this.wrong(node, this.say.unescaped, this.say.unescapedHint);
        this.call(mustache, scope);
        break;
      }
      case 'BlockStatement':
        this.block(node as hbs.AST.BlockStatement, scope);
        break;
      case 'PartialStatement':
        this.partial(node as hbs.AST.PartialStatement, scope);
        break;
      case 'PartialBlockStatement':
      case 'Decorator':
      case 'DecoratorBlock':
        this.wrong(node, this.say.notAllowed, this.say.syntaxHint);
        break;
      default:
    }
  }

  /** A value, or a helper with what it is given. */
  private call(
    node: {
      readonly loc: hbs.AST.SourceLocation;
      readonly path: unknown;
      readonly params: hbs.AST.Expression[];
      readonly hash?: hbs.AST.Hash;
    },
    scope: Scope,
  ): void {
    const path = node.path as hbs.AST.PathExpression;
    if (path.type !== 'PathExpression') {
      this.wrong(path, this.say.notAllowed, this.say.syntaxHint);
      return;
    }
    const name = path.original;
    const given = node.params.length + (node.hash?.pairs.length ?? 0);
    const isHelper = Object.hasOwn(HELPERS, name);
    // `{{time}}` within the programme is a name all the same.
    if (given === 0 && !(isHelper && partOf(scope.contexts[0]!, name) === undefined)) {
      const found = this.resolve(path, scope);
      if (found && typeof found.shape === 'object') {
        const inside = Array.isArray(found.shape) ? undefined : Object.keys(found.shape)[0];
        this.wrong(path, this.say.notAValue(name), this.say.notAValueHint(name, inside));
      }
      return;
    }
    if (!isHelper) {
      this.wrong(path, this.say.noHelper(name), this.say.noHelperHint(Object.keys(HELPERS)));
    } else if (node.params.length !== HELPERS[name as keyof typeof HELPERS]) {
      this.wrong(path, this.say.helperNeeds(name), this.say.helperNeedsHint(name));
    }
    this.given(node, scope);
  }

  private given(
    {
      params,
      hash,
    }: { readonly params: readonly hbs.AST.Expression[]; readonly hash?: hbs.AST.Hash },
    scope: Scope,
  ): Found | undefined {
    const values = params.map((param) => this.expression(param, scope));
    for (const pair of hash?.pairs ?? []) this.expression(pair.value, scope);
    return values[0];
  }

  private expression(node: hbs.AST.Expression, scope: Scope): Found | undefined {
    if (node.type === 'PathExpression') return this.resolve(node as hbs.AST.PathExpression, scope);
    if (node.type === 'SubExpression') this.call(node as hbs.AST.SubExpression, scope);
    return VALUE;
  }

  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const path = node.path as hbs.AST.PathExpression;
    const name = path.original;
    if (!BLOCKS.has(name)) {
      // {{#meeting.programme}} … is a way to write each; ours says which.
      this.wrong(path, this.say.noBlock(name), this.say.noBlockHint([...BLOCKS]));
      return;
    }
    const subject = this.given(node, scope);
    if (node.params.length !== 1) {
      this.wrong(path, this.say.helperNeeds(name), this.say.helperNeedsHint(name));
      return;
    }
    // What is unknown was told once: nothing more is said of what stands in its block.
    if (subject) this.program(node.program, this.scopeOf(name, subject, node.program, scope));
    this.program(node.inverse, scope);
  }

  private scopeOf(name: string, subject: Found, program: Program, scope: Scope): Scope {
    if (name === 'if' || name === 'unless') return scope;
    const isLoop = name === 'each';
    const inner: Found = isLoop ? itemOf(subject) : subject;
    const [first, second] = program?.blockParams ?? [];
    return {
      contexts: [inner, ...scope.contexts],
      params: {
        ...scope.params,
        ...(first !== undefined && { [first]: inner }),
        ...(second !== undefined && { [second]: VALUE }),
      },
      loops: scope.loops + (isLoop ? 1 : 0),
    };
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const name: unknown = (node.name as hbs.AST.PathExpression).original;
    // One that is only found out while a mail is written, or a number.
    if (typeof name !== 'string') return this.wrong(node, this.say.notAllowed, this.say.syntaxHint);
    const context = node.params[0] ? this.expression(node.params[0], scope) : scope.contexts[0];
    for (const pair of node.hash?.pairs ?? []) this.expression(pair.value, scope);
    if (!this.partials.has(name)) {
      const meant = near(name, this.partials.keys());
      this.wrong(node.name, this.say.noPartial(name), this.say.noPartialHint(name, meant));
      return;
    }
    this.used.add(`> ${name}`);
    const partial = this.partials.get(name);
    if (!partial || !context) return;
    if (this.depth >= DEEPEST) {
      if (this.depth === DEEPEST) this.wrong(node, this.say.partialCircle(name));
      return;
    }
    this.depth += 1;
    const extra = Object.fromEntries(
      (node.hash?.pairs ?? []).map(({ key }) => [key, 'value' as const]),
    );
    const parts = isParts(context.shape) ? { ...context.shape, ...extra } : context.shape;
    this.within(partial, {
      contexts: [{ ...context, shape: parts }, ...scope.contexts.slice(1)],
      params: {},
      loops: scope.loops,
    });
    this.depth -= 1;
  }

  /** What a path stands for; undefined, and told, where it stands for nothing. */
  private resolve(path: hbs.AST.PathExpression, scope: Scope): Found | undefined {
    const parts = path.parts as string[];
    if (path.data) return this.data(path, parts, scope);
    let start = scope.contexts[path.depth];
    let rest = parts;
    const isScoped = /^(?:this\b|\.)/.test(path.original);
    const param = parts[0] === undefined || isScoped ? undefined : scope.params[parts[0]];
    if (param && path.depth === 0) {
      start = param;
      rest = parts.slice(1);
    }
    if (!start) {
      this.unknown(path, scope, undefined);
      return undefined;
    }
    return this.follow(start, rest, path, scope);
  }

  private data(
    path: hbs.AST.PathExpression,
    parts: readonly string[],
    scope: Scope,
  ): Found | undefined {
    const [name = '', ...rest] = parts;
    if (name === 'root') return this.follow(this.root, rest, path, scope);
    if (DATA.has(name) && rest.length === 0 && scope.loops > path.depth) return VALUE;
    this.unknown(path, scope, DATA.has(name) ? this.say.onlyInEach(path.original) : undefined);
    return undefined;
  }

  private follow(
    start: Found,
    parts: readonly string[],
    path: hbs.AST.PathExpression,
    scope: Scope,
  ): Found | undefined {
    let found = start;
    for (const part of parts) {
      const next = partOf(found, part);
      if (!next) {
        this.unknown(path, scope, undefined);
        return undefined;
      }
      found = next;
    }
    if (found.path) this.used.add(found.path);
    return found;
  }

  private unknown(
    path: hbs.AST.PathExpression,
    { contexts, params }: Scope,
    why: string | undefined,
  ): void {
    const here = contexts[0] === this.root ? undefined : contexts[0];
    const known = [
      ...(here ? namesIn(here.shape) : []),
      ...Object.keys(params),
      ...namesIn(this.root.shape),
    ];
    const meant = nearNames(path.original, known);
    this.wrong(path, why ?? this.say.unknownName(path.original), this.say.unknownNameHint(meant));
  }

  private wrong(
    node: { readonly loc: hbs.AST.SourceLocation },
    message: string,
    hint?: string,
  ): void {
    const { file, lines, column } = this.current;
    const { line, column: at } = node.loc.start;
    const key = `${file}:${line}:${at}:${message}`;
    // A partial is walked through wherever it is used.
    if (this.told.has(key)) return;
    this.told.add(key);
    this.problems.push({
      file,
      line,
      column: at + 1 + (line === 1 ? column : 0),
      message,
      ...(hint !== undefined && { hint }),
      ...excerpt(lines, line),
    });
  }
}
