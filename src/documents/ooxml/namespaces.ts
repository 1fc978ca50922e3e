/** Prefixes, as the standards print them, by namespace: transitional and strict editions become one. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r:'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp:'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a:'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic:'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c:'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c:'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm:'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm:'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps:'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel:'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
  ['urn:schemas-microsoft-com:office:office', 'o:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
]);

type Scope = ReadonlyMap<string, string>;

/** Names of elements and attributes made canonical while a part is parsed, whatever prefixes it declares. */
export class Names {
  /** Scopes of the open elements that declared prefixes, with the depth at which they did. */
  private readonly scopes: { readonly depth: number; readonly scope: Scope }[] = [];
  private scope: Scope = new Map([['xml', 'xml:']]);
  private readonly outermost = this.scope;
  private depth = 0;
  /** Canonical names by printed names, in the present scope. */
  private elements = new Map<string, string>();
  private attributes = new Map<string, string | null>();

  /** Enters an element; its attributes may declare prefixes. */
  open(attributes: Readonly<Record<string, string>>): void {
    this.depth++;
    let scope: Map<string, string> | null = null;
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue;
      const prefix = key === 'xmlns' ? '' : key[5] === ':' ? key.slice(6) : null;
      if (prefix === null) continue;
      const uri = attributes[key] ?? '';
      scope ??= new Map(this.scope);
      scope.set(prefix, uri === '' ? '' : (PREFIXES.get(uri) ?? `{${uri}}`));
    }
    if (scope === null) return;
    this.scopes.push({ depth: this.depth, scope });
    this.enter(scope);
  }

  close(): void {
    if (this.scopes.at(-1)?.depth === this.depth) {
      this.scopes.pop();
      this.enter(this.scopes.at(-1)?.scope ?? this.outermost);
    }
    this.depth--;
  }

  element(printed: string): string {
    let name = this.elements.get(printed);
    if (name === undefined) {
      name = this.canonical(printed, this.scope.get('') ?? '');
      this.elements.set(printed, name);
    }
    return name;
  }

  /** Null for a declaration of a prefix. */
  attribute(printed: string): string | null {
    let name = this.attributes.get(printed);
    if (name === undefined) {
      name = printed === 'xmlns' || printed.startsWith('xmlns:') ? null : this.canonical(printed, '');
      this.attributes.set(printed, name);
    }
    return name;
  }

  private canonical(printed: string, bare: string): string {
    const colon = printed.indexOf(':');
    if (colon < 0) return bare + printed;
    // A prefix that was never declared is kept as printed: a careless exporter wrote it.
    return (
      (this.scope.get(printed.slice(0, colon)) ?? printed.slice(0, colon + 1)) + printed.slice(colon + 1)
    );
  }

  private enter(scope: Scope): void {
    this.scope = scope;
    this.elements = new Map();
    this.attributes = new Map();
  }
}
