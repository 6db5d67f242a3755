// Stands in for modules of the server that callers have no use for, and that would bring in its database's types.
export type Context = object;
export type Meta = object;
