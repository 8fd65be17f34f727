// The words of both dialects. Keywords are case-insensitive, and nearly all of them may serve as names: the grammar says where.
lexer grammar EventFluxLexer;

options {
    caseInsensitive = true;
    superClass = ScriptLexer;
}

// Made by the base class, which knows where the body of a script stands.
tokens { SCRIPT, UNCLOSED_SCRIPT }

// ---- keywords
SELECT: 'SELECT';
FROM: 'FROM';
WHERE: 'WHERE';
GROUP: 'GROUP';
BY: 'BY';
HAVING: 'HAVING';
ORDER: 'ORDER';
ASC: 'ASC';
DESC: 'DESC';
LIMIT: 'LIMIT';
OFFSET: 'OFFSET';
OUTPUT: 'OUTPUT';
INSERT: 'INSERT';
INTO: 'INTO';
UPDATE: 'UPDATE';
DELETE: 'DELETE';
UPSERT: 'UPSERT';
SET: 'SET';
USING: 'USING';
VALUES: 'VALUES';
RETURN: 'RETURN';
RETURNS: 'RETURNS';
AS: 'AS';
WITH: 'WITH';
ON: 'ON';
JOIN: 'JOIN';
INNER: 'INNER';
LEFT: 'LEFT';
RIGHT: 'RIGHT';
FULL: 'FULL';
OUTER: 'OUTER';
UNIDIRECTIONAL: 'UNIDIRECTIONAL';
UNION: 'UNION';
ALL: 'ALL';
DISTINCT: 'DISTINCT';
AND: 'AND';
OR: 'OR';
NOT: 'NOT';
IN: 'IN';
IS: 'IS';
NULL: 'NULL';
TRUE: 'TRUE';
FALSE: 'FALSE';
BETWEEN: 'BETWEEN';
LIKE: 'LIKE';
ESCAPE: 'ESCAPE';
DIV: 'DIV';
CASE: 'CASE';
WHEN: 'WHEN';
THEN: 'THEN';
ELSE: 'ELSE';
END: 'END';
CAST: 'CAST';
EXTRACT: 'EXTRACT';
SUBSTRING: 'SUBSTRING';
TRIM: 'TRIM';
POSITION: 'POSITION';
LEADING: 'LEADING';
TRAILING: 'TRAILING';
BOTH: 'BOTH';
INTERVAL: 'INTERVAL';
FILTER: 'FILTER';
OVER: 'OVER';
ROWS: 'ROWS';
RANGE: 'RANGE';
UNBOUNDED: 'UNBOUNDED';
PRECEDING: 'PRECEDING';
CREATE: 'CREATE';
DEFINE: 'DEFINE';
STREAM: 'STREAM';
TABLE: 'TABLE';
WINDOW: 'WINDOW';
TRIGGER: 'TRIGGER';
FUNCTION: 'FUNCTION';
AGGREGATION: 'AGGREGATION';
PRIMARY: 'PRIMARY';
KEY: 'KEY';
PRECISION: 'PRECISION';
WATERMARK: 'WATERMARK';
FOR: 'FOR';
AT: 'AT';
START: 'START';
EVERY: 'EVERY';
CRON: 'CRON';
LANGUAGE: 'LANGUAGE';
AGGREGATE: 'AGGREGATE';
PARTITION: 'PARTITION';
OF: 'OF';
BEGIN: 'BEGIN';
EVENTS: 'EVENTS';
CURRENT: 'CURRENT';
EXPIRED: 'EXPIRED';
FIRST: 'FIRST';
LAST: 'LAST';
SNAPSHOT: 'SNAPSHOT';
PATTERN: 'PATTERN';
SEQUENCE: 'SEQUENCE';
WITHIN: 'WITHIN';
PER: 'PER';
MATCH_RECOGNIZE: 'MATCH_RECOGNIZE';
MEASURES: 'MEASURES';
ONE: 'ONE';
ROW: 'ROW';
MATCH: 'MATCH';
AFTER: 'AFTER';
SKIP_: 'SKIP';
PAST: 'PAST';
NEXT: 'NEXT';
TO: 'TO';
SUBSET: 'SUBSET';

// ---- units of time
MILLISECONDS: 'MS' | 'MILLISEC' | 'MILLISECOND' | 'MILLISECONDS';
SECONDS: 'S' | 'SEC' | 'SECOND' | 'SECONDS';
MINUTES: 'M' | 'MIN' | 'MINUTE' | 'MINUTES';
HOURS: 'H' | 'HOUR' | 'HOURS';
DAYS: 'D' | 'DAY' | 'DAYS';
WEEKS: 'WEEK' | 'WEEKS';
MONTHS: 'MONTH' | 'MONTHS';
YEARS: 'YEAR' | 'YEARS';

// ---- signs
AT_SIGN: '@';
HASH: '#';
BANG: '!';
SEMICOLON: ';';
COMMA: ',';
ELLIPSIS: '...';
DOT: '.';
COLON: ':';
ARROW: '->';
EQUAL: '=' | '==';
NOT_EQUAL: '!=' | '<>';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
LESS: '<';
GREATER: '>';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
QUESTION: '?';
BAR: '|';
LEFT_PARENTHESIS: '(';
RIGHT_PARENTHESIS: ')';
LEFT_BRACKET: '[';
RIGHT_BRACKET: ']';
LEFT_BRACE: '{';
RIGHT_BRACE: '}';

// ---- literals
LONG_LITERAL: DIGIT+ 'L';
FLOAT_LITERAL: DIGIT+ ('.' DIGIT+)? EXPONENT? 'F' | '.' DIGIT+ EXPONENT? 'F';
DOUBLE_LITERAL: DIGIT+ EXPONENT? 'D' | DIGIT+ EXPONENT | DIGIT+ '.' DIGIT+ EXPONENT? 'D'? | '.' DIGIT+ EXPONENT? 'D'?;
INT_LITERAL: DIGIT+;

TRIPLE_STRING: '"""' .*? '"""';
STRING: '\'' (~['\r\n] | '\'\'')* '\'';
QUOTED: '"' (~["\r\n] | '""')* '"'; // a name or a string, depending on where it stands
BACK_QUOTED: '`' ~[`\r\n]+ '`';

IDENTIFIER: [A-Z_] [A-Z0-9_]*;

// ---- what parsing does not see
COMMENT: ('--' ~[\r\n]* | '/*' .*? '*/') -> channel(HIDDEN);
BLANK: [ \t\r\n\f\u00A0\uFEFF]+ -> skip;

// ---- what is broken; each is reported once and then read as what it was meant to be
UNCLOSED_TRIPLE_STRING: '"""' ('"'? '"'? ~'"')* '"'? '"'?;
UNCLOSED_STRING: '\'' (~['\r\n] | '\'\'')*;
UNCLOSED_QUOTED: '"' (~["\r\n] | '""')*;
UNCLOSED_BACK_QUOTED: '`' ~[`\r\n]*;
UNCLOSED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;
STRAY: .;

fragment DIGIT: [0-9];
fragment EXPONENT: 'E' [+-]? DIGIT+;
