// The words of both dialects. Keywords are case-insensitive, and nearly all of them may serve as names: the grammar says
// where.
lexer grammar EventFluxLexer;

options {
    caseInsensitive = true;
    superClass = ScriptLexer;
}

// Keywords: the base class finds them among the identifiers, which makes the network of the lexer small and quick to build.
// Units of time come last; each stands for several words. It also makes scripts, as it knows where their bodies stand.
tokens {
    SELECT, FROM, WHERE, GROUP, BY, HAVING, ORDER, ASC, DESC, LIMIT, OFFSET, OUTPUT, INSERT, INTO, UPDATE,
    DELETE, UPSERT, SET, USING, VALUES, RETURN, RETURNS, AS, WITH, ON, JOIN, INNER, LEFT, RIGHT, FULL, OUTER,
    UNIDIRECTIONAL, UNION, ALL, DISTINCT, AND, OR, NOT, IN, IS, NULL, TRUE, FALSE, BETWEEN, LIKE, ESCAPE, DIV,
    CASE, WHEN, THEN, ELSE, END, CAST, EXTRACT, SUBSTRING, TRIM, POSITION, LEADING, TRAILING, BOTH, INTERVAL,
    FILTER, OVER, ROWS, RANGE, UNBOUNDED, PRECEDING, CREATE, DEFINE, STREAM, TABLE, WINDOW, TRIGGER, FUNCTION,
    AGGREGATION, PRIMARY, KEY, PRECISION, WATERMARK, FOR, AT, START, EVERY, CRON, LANGUAGE, AGGREGATE,
    PARTITION, OF, BEGIN, EVENTS, CURRENT, EXPIRED, FIRST, LAST, SNAPSHOT, PATTERN, SEQUENCE, WITHIN, PER,
    MATCH_RECOGNIZE, MEASURES, ONE, ROW, MATCH, AFTER, SKIP_, PAST, NEXT, TO, SUBSET, FINAL, RUNNING, MILLISECONDS,
    SECONDS, MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS,
    SCRIPT, UNCLOSED_SCRIPT
}

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
CONCATENATE: '||';
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
BLANK: [ \t\r\n\f\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]+ -> skip;

// ---- what is broken; each is reported once and then read as what it was meant to be
CURLED_STRING: [\u2018-\u201B] ~['\u2018-\u201B\r\n]* ['\u2018-\u201B]; // quotes as word processors set them
CURLED_QUOTED: [\u201C-\u201F] ~["\u201C-\u201F\r\n]* ["\u201C-\u201F];
UNCLOSED_TRIPLE_STRING: '"""' ('"'? '"'? ~'"')* '"'? '"'?;
UNCLOSED_STRING: '\'' (~['\r\n] | '\'\'')*;
UNCLOSED_QUOTED: '"' (~["\r\n] | '""')*;
UNCLOSED_BACK_QUOTED: '`' ~[`\r\n]*;
UNQUOTED_NAME: ([A-Z_] | LETTER) ([A-Z0-9_] | NAME_PART)*; // with other letters than those of IDENTIFIER
UNCLOSED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;
STRAY: .;

fragment DIGIT: [0-9];
fragment EXPONENT: 'E' [+-]? DIGIT+;
// Asked of the platform: the hundreds of ranges that Unicode gives letters would take a third of the time of a start.
fragment LETTER
    options {
        caseInsensitive = false;
    }: [\u0080-\uFFFF] {isLetter()}?;
fragment NAME_PART
    options {
        caseInsensitive = false;
    }: [\u0080-\uFFFF] {isNamePart()}?;
