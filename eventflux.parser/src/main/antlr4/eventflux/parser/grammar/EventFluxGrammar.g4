// The language: statements of both dialects, in any mixture.
//
// A text is read unit by unit, so that a mistake in one statement leaves the others whole. No rule calls itself on its left, and
// chains of operators are flat: that keeps reading linear and lets the expected words at any place be computed.
parser grammar EventFluxGrammar;

options {
    tokenVocab = EventFluxLexer;
}

// ---- units: what one round of the reader takes

unit
    : annotation* (partitionHead | statement unitEnd | SEMICOLON | EOF)
    | partitionEnd
    ;

unitEnd
    : SEMICOLON
    | partitionEnd
    | EOF
    ;

partitionHead
    : PARTITION WITH LEFT_PARENTHESIS partitionKey (COMMA partitionKey)* RIGHT_PARENTHESIS BEGIN
    ;

partitionKey
    : expression (AS stringLiteral (OR labelledRange)*)? OF streamName
    ;

labelledRange
    : expression AS stringLiteral
    ;

partitionEnd
    : END SEMICOLON?
    ;

statement
    : definition
    | query
    ;

loneExpression
    : expression EOF
    ;

// ---- annotations and settings

annotation
    : AT_SIGN name (COLON anyName)? (LEFT_PARENTHESIS (annotationItem (COMMA annotationItem)*)? RIGHT_PARENTHESIS)?
    ;

annotationItem
    : annotation
    | (settingKey EQUAL)? settingValue
    ;

settings
    : WITH LEFT_PARENTHESIS (setting (COMMA setting)*)? RIGHT_PARENTHESIS
    ;

setting
    : settingKey (EQUAL settingValue)?
    ;

settingKey
    : STRING
    | anyName ((DOT | MINUS | COLON) anyName)*
    ;

settingValue
    : stringLiteral
    | duration
    | MINUS? number
    | booleanLiteral
    | NULL
    | anyName
    ;

// ---- definitions

definition
    : (CREATE | DEFINE)? (
        streamDefinition
        | tableDefinition
        | windowDefinition
        | triggerDefinition
        | functionDefinition
        | aggregationDefinition
    )
    ;

streamDefinition
    : STREAM anyName columns? settings? (AS query)?
    ;

tableDefinition
    : TABLE anyName columns settings?
    ;

columns
    : LEFT_PARENTHESIS tableElement (COMMA tableElement)* RIGHT_PARENTHESIS
    ;

tableElement
    : PRIMARY KEY LEFT_PARENTHESIS anyName (COMMA anyName)* RIGHT_PARENTHESIS # primaryKeyElement
    | WATERMARK FOR anyName AS expression                                      # watermarkElement
    | column                                                                   # columnElement
    ;

column
    : anyName typeName columnConstraint*
    ;

columnConstraint
    : PRIMARY KEY
    | NOT? NULL
    ;

typeName
    : anyName PRECISION? (LEFT_PARENTHESIS INT_LITERAL (COMMA INT_LITERAL)* RIGHT_PARENTHESIS)?
    ;

windowDefinition
    : WINDOW anyName columns (windowClause | bareWindow) (OUTPUT eventSelection)? settings?
    ;

bareWindow
    : (name COLON)? anyName arguments
    ;

triggerDefinition
    : TRIGGER anyName AT triggerTime
    ;

triggerTime
    : START
    | EVERY (duration | INT_LITERAL)
    | CRON? stringLiteral
    ;

functionDefinition
    : FUNCTION anyName (
        LEFT_BRACKET scriptLanguage RIGHT_BRACKET (RETURN | RETURNS) typeName SCRIPT
        | LEFT_PARENTHESIS (column (COMMA column)*)? RIGHT_PARENTHESIS (RETURN | RETURNS) typeName LANGUAGE scriptLanguage AS stringLiteral
    )
    ;

scriptLanguage
    : (name COLON)? anyName
    ;

aggregationDefinition
    : AGGREGATION anyName settings? (classicAggregation | sqlAggregation) AGGREGATE (BY columnReference)? EVERY periods
    ;

classicAggregation
    : FROM input selectClause groupBy?
    ;

sqlAggregation
    : AS selectClause FROM input where? groupBy?
    ;

periods
    : timeUnit (ELLIPSIS timeUnit | (COMMA timeUnit)*)
    ;

// ---- queries

query
    : commonTables? (fromQuery | selectQuery | insertQuery | upsertQuery | updateQuery | deleteQuery)
    ;

commonTables
    : WITH commonTable (COMMA commonTable)*
    ;

commonTable
    : anyName nameList? AS LEFT_PARENTHESIS query RIGHT_PARENTHESIS
    ;

fromQuery
    : FROM firstInput selectClause? groupBy? having? ordering outputRate? outputAction?
    ;

selectQuery
    : selectBody outputRate? outputAction?
    ;

insertQuery
    : INSERT eventSelection? INTO streamName nameList? (values | commonTables? selectBody outputRate?)
    ;

upsertQuery
    : UPSERT INTO tableTarget selectBody outputRate? ON expression
    ;

updateQuery
    : UPDATE (OR INSERT INTO)? tableTarget forEvents? assignments? (ON expression | (FROM input)? WHERE expression)
    ;

deleteQuery
    : DELETE FROM? tableTarget forEvents? (ON expression | (USING input)? WHERE expression)
    ;

values
    : VALUES valueRow (COMMA valueRow)*
    ;

valueRow
    : LEFT_PARENTHESIS expressionList RIGHT_PARENTHESIS
    ;

selectBody
    : selectTerm unionTail* ordering
    ;

unionTail
    : UNION setQuantifier? selectTerm
    ;

selectTerm
    : selectClause (FROM input)? where? groupBy? having?
    | LEFT_PARENTHESIS selectBody RIGHT_PARENTHESIS
    ;

setQuantifier
    : ALL
    | DISTINCT
    ;

selectClause
    : SELECT setQuantifier? selectItem (COMMA selectItem)*
    ;

selectItem
    : STAR
    | streamName DOT STAR
    | expression alias?
    ;

where
    : WHERE expression
    ;

groupBy
    : GROUP BY expressionList
    ;

having
    : HAVING expression
    ;

ordering
    : orderBy? (limit offset? | offset limit?)?
    ;

orderBy
    : ORDER BY orderItem (COMMA orderItem)*
    ;

limit
    : LIMIT expression
    ;

offset
    : OFFSET expression
    ;

orderItem
    : expression (ASC | DESC)?
    ;

// ---- outputs

outputRate
    : OUTPUT (
        (ALL | FIRST | LAST)? EVERY (INT_LITERAL EVENTS | duration)
        | SNAPSHOT EVERY duration
    )
    ;

outputAction
    : INSERT eventSelection? INTO streamName nameList?                                  # insertAction
    | RETURN eventSelection?                                                            # returnAction
    | DELETE FROM? tableTarget forEvents? ON expression                                 # deleteAction
    | UPDATE (OR INSERT INTO)? tableTarget forEvents? assignments? ON expression        # updateAction
    ;

eventSelection
    : (ALL | CURRENT | EXPIRED)? EVENTS
    ;

forEvents
    : FOR eventSelection
    ;

tableTarget
    : name alias?
    ;

assignments
    : SET assignment (COMMA assignment)*
    ;

assignment
    : columnReference EQUAL expression
    ;

// ---- inputs

// What stands after a FROM that comes first: patterns need no word of their own there.
firstInput
    : inputSource (joinTail+ | ON expression timeRange? per? | timeRange per?)?
    | wordedPattern
    | barePattern
    ;

input
    : inputSource (joinTail+ | timeRange per?)?
    | wordedPattern
    ;

inputSource
    : (streamName | LEFT_PARENTHESIS query RIGHT_PARENTHESIS) handler* matchRecognize? aliased? UNIDIRECTIONAL?
    ;

aliased
    : alias handler*
    ;

joinTail
    : joinKind inputSource joinCondition? timeRange? per?
    ;

joinKind
    : (INNER | (LEFT | RIGHT | FULL) OUTER?)? JOIN
    ;

joinCondition
    : ON expression
    | USING nameList
    ;

timeRange
    : WITHIN expression (COMMA expression)?
    ;

per
    : PER expression
    ;

handler
    : HASH? LEFT_BRACKET expression RIGHT_BRACKET             # filterHandler
    | HASH WINDOW (DOT | COLON) (name COLON)? anyName arguments # windowHandler
    | HASH (name COLON)? anyName arguments                    # functionHandler
    | windowClause                                            # clauseHandler
    ;

windowClause
    : WINDOW LEFT_PARENTHESIS stringLiteral (COMMA expressionList)? RIGHT_PARENTHESIS # quotedWindow
    | WINDOW anyName arguments                                                    # wordWindow
    ;

// ---- patterns

wordedPattern
    : (PATTERN | SEQUENCE) LEFT_PARENTHESIS pattern patternLimit? RIGHT_PARENTHESIS patternLimit? patternKeys?
    ;

barePattern
    : pattern patternLimit?
    ;

patternKeys
    : PARTITION BY expressionList
    ;

patternLimit
    : WITHIN (duration | INT_LITERAL EVENTS)
    ;

pattern
    : patternStep ((ARROW patternStep)+ | (COMMA patternStep)+)?
    ;

patternStep
    : EVERY? patternAnd (OR patternAnd)*
    ;

patternAnd
    : patternElement (AND patternElement)*
    ;

patternElement
    : NOT eventElement (FOR duration)?                                                # absentElement
    | LEFT_PARENTHESIS pattern patternLimit? RIGHT_PARENTHESIS quantifier?            # groupElement
    | eventElement                                                                    # presentElement
    ;

eventElement
    : (name EQUAL)? streamName elementHandler* (quantifier elementHandler*)? (AS anyName)?
    ;

elementHandler
    : HASH? LEFT_BRACKET expression RIGHT_BRACKET
    | HASH (name COLON)? anyName arguments
    ;

quantifier
    : LESS (INT_LITERAL (COLON INT_LITERAL?)? | COLON INT_LITERAL) GREATER
    | LEFT_BRACE (INT_LITERAL (COMMA INT_LITERAL?)? | COMMA INT_LITERAL) RIGHT_BRACE
    | PLUS
    | STAR
    | QUESTION
    ;

// ---- MATCH_RECOGNIZE

matchRecognize
    : MATCH_RECOGNIZE LEFT_PARENTHESIS matchKeys? orderBy? measures? matchRows? matchSkip?
        PATTERN LEFT_PARENTHESIS rowAlternation RIGHT_PARENTHESIS (WITHIN duration)? subsets?
        DEFINE variableDefinition (COMMA variableDefinition)* RIGHT_PARENTHESIS
    ;

matchKeys
    : PARTITION BY expressionList
    ;

measures
    : MEASURES measure (COMMA measure)*
    ;

measure
    : expression AS anyName
    ;

matchRows
    : (ONE ROW | ALL ROWS) PER MATCH
    ;

matchSkip
    : AFTER MATCH SKIP_ (PAST LAST ROW | TO NEXT ROW | TO (FIRST | LAST)? name)
    ;

subsets
    : SUBSET subset (COMMA subset)*
    ;

subset
    : name EQUAL nameList
    ;

variableDefinition
    : anyName AS expression
    ;

rowAlternation
    : rowConcatenation (BAR rowConcatenation)*
    ;

rowConcatenation
    : rowRepetition+
    ;

rowRepetition
    : (anyName | LEFT_PARENTHESIS rowAlternation RIGHT_PARENTHESIS) (quantifier QUESTION?)?
    ;

// ---- expressions, from the loosest binding to the tightest

expression
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT* membership
    ;

membership
    : equality (NOT? IN name)*
    ;

// IS NULL asks about all that stands before it in the SQL dialect, about the last operand in the classic one.
equality
    : relation equalityTail*
    ;

equalityTail
    : (EQUAL | NOT_EQUAL) NOT* relation # equalTail
    | IS NOT? NULL                      # nullTail
    ;

relation
    : sum relationTail*
    ;

relationTail
    : (LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) NOT* sum # compareTail
    | NOT? BETWEEN sum AND sum                                    # betweenTail
    | NOT? LIKE sum (ESCAPE sum)?                                 # likeTail
    | NOT? IN arguments                                             # listTail
    ;

sum
    : product ((PLUS | MINUS | CONCATENATE) product)*
    ;

product
    : factor ((STAR | SLASH | PERCENT | DIV) factor)*
    ;

factor
    : (MINUS | PLUS)* primary
    ;

primary
    : LEFT_PARENTHESIS expression RIGHT_PARENTHESIS # parentheses
    | duration                                      # durationPrimary
    | number                                        # numberPrimary
    | stringLiteral                                 # stringPrimary
    | booleanLiteral                                # booleanPrimary
    | NULL                                          # nullPrimary
    | caseExpression                                # casePrimary
    | specialCall                                   # specialPrimary
    | call                                          # callPrimary
    | columnReference                               # columnPrimary
    ;

caseExpression
    : CASE operand? whenBranch+ elseBranch? END
    ;

operand
    : expression
    ;

whenBranch
    : WHEN expression THEN expression
    ;

elseBranch
    : ELSE expression
    ;

specialCall
    : CAST LEFT_PARENTHESIS expression (AS typeName | (COMMA expressionList)?) RIGHT_PARENTHESIS                          # castCall
    | EXTRACT LEFT_PARENTHESIS anyName FROM expression RIGHT_PARENTHESIS                                              # extractCall
    | SUBSTRING LEFT_PARENTHESIS expression (FROM expression (FOR expression)? | (COMMA expressionList)?) RIGHT_PARENTHESIS # substringCall
    | TRIM LEFT_PARENTHESIS (LEADING | TRAILING | BOTH) expression? FROM expression RIGHT_PARENTHESIS                 # sidedTrimCall
    | TRIM LEFT_PARENTHESIS expression (FROM expression | (COMMA expressionList)?) RIGHT_PARENTHESIS                      # trimCall
    | POSITION LEFT_PARENTHESIS sum IN expression RIGHT_PARENTHESIS                                                   # positionCall
    ;

call
    : (FINAL | RUNNING)? callName (COLON anyName)? LEFT_PARENTHESIS (STAR | DISTINCT? expressionList)? RIGHT_PARENTHESIS
        (FILTER LEFT_PARENTHESIS where RIGHT_PARENTHESIS)? over?
    ;

// The aggregators and() and or() have names that cannot stand alone.
callName
    : name
    | AND
    | OR
    ;

over
    : OVER LEFT_PARENTHESIS overKeys? overOrder?
        ((ROWS | RANGE) (BETWEEN frameStart AND CURRENT ROW | frameStart))? RIGHT_PARENTHESIS
    ;

overKeys
    : PARTITION BY expressionList
    ;

overOrder
    : ORDER BY expressionList
    ;

frameStart
    : (UNBOUNDED | sum) PRECEDING
    ;

arguments
    : LEFT_PARENTHESIS expressionList? RIGHT_PARENTHESIS
    ;

expressionList
    : expression (COMMA expression)*
    ;

columnReference
    : (HASH | BANG)? columnName eventIndex? (DOT anyName)?
    ;

// Of a time there is a start and an end.
columnName
    : name
    | END
    ;

eventIndex
    : LEFT_BRACKET (INT_LITERAL | LAST (MINUS INT_LITERAL)?) RIGHT_BRACKET
    ;

// ---- literals

number
    : INT_LITERAL
    | LONG_LITERAL
    | FLOAT_LITERAL
    | DOUBLE_LITERAL
    ;

stringLiteral
    : STRING
    | QUOTED
    | TRIPLE_STRING
    ;

booleanLiteral
    : TRUE
    | FALSE
    ;

duration
    : INTERVAL (STRING | INT_LITERAL) timeUnit?
    | timePart+
    ;

timePart
    : INT_LITERAL timeUnit
    ;

timeUnit
    : MILLISECONDS
    | SECONDS
    | MINUTES
    | HOURS
    | DAYS
    | WEEKS
    | MONTHS
    | YEARS
    ;

// ---- names

streamName
    : (HASH | BANG)? name
    ;

nameList
    : LEFT_PARENTHESIS anyName (COMMA anyName)* RIGHT_PARENTHESIS
    ;

alias
    : AS anyName
    | plainName
    ;

// A word that no clause starts with.
plainName
    : identifier
    | MILLISECONDS
    | SECONDS
    | MINUTES
    | HOURS
    | DAYS
    | FINAL
    | RUNNING
    ;

identifier
    : IDENTIFIER
    | BACK_QUOTED
    | QUOTED
    ;

// A name where other things may stand too.
name
    : identifier
    | softKeyword
    ;

// A name where nothing else can stand.
anyName
    : identifier
    | softKeyword
    | hardKeyword
    ;

softKeyword
    : IN | IS | LIKE | BETWEEN | GROUP | ORDER | UPDATE | DELETE | UPSERT | UNION | HAVING | BY | ASC | DESC
    | LIMIT | OFFSET | OUTPUT | SET | USING | VALUES | RETURN | RETURNS | WITH | INNER | LEFT | RIGHT | FULL
    | OUTER | UNIDIRECTIONAL | ALL | ESCAPE | DIV | CAST | EXTRACT | SUBSTRING | TRIM | POSITION | LEADING
    | TRAILING | BOTH | INTERVAL | FILTER | OVER | ROWS | RANGE | UNBOUNDED | PRECEDING | STREAM | TABLE
    | WINDOW | TRIGGER | FUNCTION | AGGREGATION | PRIMARY | KEY | PRECISION | WATERMARK | FOR | AT | START
    | CRON | LANGUAGE | AGGREGATE | PARTITION | OF | BEGIN | EVENTS | CURRENT | EXPIRED | FIRST | LAST
    | SNAPSHOT | PATTERN | SEQUENCE | WITHIN | PER | MATCH_RECOGNIZE | MEASURES | ONE | ROW | MATCH | AFTER
    | SKIP_ | PAST | NEXT | TO | SUBSET | FINAL | RUNNING | MILLISECONDS | SECONDS | MINUTES | HOURS | DAYS
    | WEEKS | MONTHS | YEARS
    ;

hardKeyword
    : SELECT | FROM | WHERE | INSERT | INTO | AS | ON | JOIN | AND | OR | NOT | NULL | TRUE | FALSE | CASE
    | WHEN | THEN | ELSE | END | CREATE | DEFINE | EVERY | DISTINCT
    ;
