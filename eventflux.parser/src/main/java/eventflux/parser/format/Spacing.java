package eventflux.parser.format;

import eventflux.parser.grammar.EventFluxGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What stands between two neighbours in a parse tree. */
enum Spacing {
    NONE,
    SPACE,
    LINE,
    SOFT_LINE;

    /** Rules whose words stand side by side. */
    private static final Set<Integer> DENSE = Set.of(
            EventFluxGrammar.RULE_quantifier,
            EventFluxGrammar.RULE_eventIndex,
            EventFluxGrammar.RULE_settingKey,
            EventFluxGrammar.RULE_columnReference,
            EventFluxGrammar.RULE_streamName,
            EventFluxGrammar.RULE_rowRepetition,
            EventFluxGrammar.RULE_scriptLanguage,
            EventFluxGrammar.RULE_handler,
            EventFluxGrammar.RULE_elementHandler);

    /** Rules in which a bracket stands right behind a name. */
    private static final Set<Integer> CALLS = Set.of(
            EventFluxGrammar.RULE_call,
            EventFluxGrammar.RULE_specialCall,
            EventFluxGrammar.RULE_annotation,
            EventFluxGrammar.RULE_windowClause,
            EventFluxGrammar.RULE_bareWindow,
            EventFluxGrammar.RULE_typeName,
            EventFluxGrammar.RULE_functionDefinition);

    /** Rules that start a line where there is not room for all. */
    private static final Set<Integer> CLAUSES = Set.of(
            EventFluxGrammar.RULE_settings,
            EventFluxGrammar.RULE_classicAggregation,
            EventFluxGrammar.RULE_selectClause,
            EventFluxGrammar.RULE_where,
            EventFluxGrammar.RULE_groupBy,
            EventFluxGrammar.RULE_having,
            EventFluxGrammar.RULE_ordering,
            EventFluxGrammar.RULE_orderBy,
            EventFluxGrammar.RULE_limit,
            EventFluxGrammar.RULE_offset,
            EventFluxGrammar.RULE_outputRate,
            EventFluxGrammar.RULE_outputAction,
            EventFluxGrammar.RULE_values,
            EventFluxGrammar.RULE_assignments,
            EventFluxGrammar.RULE_joinTail,
            EventFluxGrammar.RULE_joinCondition,
            EventFluxGrammar.RULE_unionTail,
            EventFluxGrammar.RULE_selectBody,
            EventFluxGrammar.RULE_selectTerm,
            EventFluxGrammar.RULE_matchKeys,
            EventFluxGrammar.RULE_measures,
            EventFluxGrammar.RULE_matchRows,
            EventFluxGrammar.RULE_matchSkip,
            EventFluxGrammar.RULE_subsets,
            EventFluxGrammar.RULE_whenBranch,
            EventFluxGrammar.RULE_elseBranch);

    /** Rules that a clause without a rule of its own belongs to. */
    private static final Set<Integer> QUERIES = Set.of(
            EventFluxGrammar.RULE_partitionHead,
            EventFluxGrammar.RULE_aggregationDefinition,
            EventFluxGrammar.RULE_sqlAggregation,
            EventFluxGrammar.RULE_classicAggregation,
            EventFluxGrammar.RULE_selectTerm,
            EventFluxGrammar.RULE_upsertQuery,
            EventFluxGrammar.RULE_updateQuery,
            EventFluxGrammar.RULE_deleteQuery,
            EventFluxGrammar.RULE_outputAction,
            EventFluxGrammar.RULE_matchRecognize);

    /** Words that start such a clause. */
    private static final Set<Integer> CLAUSE_WORDS = Set.of(
            EventFluxGrammar.FROM,
            EventFluxGrammar.ON,
            EventFluxGrammar.WHERE,
            EventFluxGrammar.USING,
            EventFluxGrammar.AGGREGATE,
            EventFluxGrammar.BEGIN,
            EventFluxGrammar.PATTERN,
            EventFluxGrammar.DEFINE);

    /** Rules of operators of one strength. */
    private static final Set<Integer> CHAINS = Set.of(
            EventFluxGrammar.RULE_expression,
            EventFluxGrammar.RULE_conjunction,
            EventFluxGrammar.RULE_sum,
            EventFluxGrammar.RULE_product,
            EventFluxGrammar.RULE_pattern);

    /** Rules between an expression and what it consists of, which mostly hand on one another. */
    private static final Set<Integer> RUNGS = Set.of(
            EventFluxGrammar.RULE_expression,
            EventFluxGrammar.RULE_conjunction,
            EventFluxGrammar.RULE_negation,
            EventFluxGrammar.RULE_membership,
            EventFluxGrammar.RULE_equality,
            EventFluxGrammar.RULE_relation,
            EventFluxGrammar.RULE_sum,
            EventFluxGrammar.RULE_product,
            EventFluxGrammar.RULE_factor);

    static boolean isRung(int rule) {
        return RUNGS.contains(rule);
    }

    /** The children that have words. */
    static List<ParseTree> parts(RuleNode node) {
        List<ParseTree> parts = new ArrayList<>();
        for (int i = 0; i < node.getChildCount(); i++) {
            ParseTree child = node.getChild(i);
            if (child instanceof TerminalNode word
                    ? word.getSymbol().getType() != Token.EOF
                    : child.getChildCount() > 0) {
                parts.add(child);
            }
        }
        return parts;
    }

    /** Where the bracket closes that one of the parts opens; before it when none does. */
    static int closing(List<ParseTree> parts, int open) {
        int depth = 0;
        for (int i = open; i < parts.size(); i++) {
            depth += isWord(parts.get(i), EventFluxGrammar.LEFT_PARENTHESIS, EventFluxGrammar.LEFT_BRACKET) ? 1 : 0;
            depth -= isWord(parts.get(i), EventFluxGrammar.RIGHT_PARENTHESIS, EventFluxGrammar.RIGHT_BRACKET) ? 1 : 0;
            if (depth <= 0) {
                return i > open ? i : -1;
            }
        }
        return -1;
    }

    /** Whether a keyword stands for a name, or is the name of a function. */
    static boolean isName(TerminalNode node) {
        ParserRuleContext parent = (ParserRuleContext) node.getParent();
        return switch (parent.getRuleIndex()) {
            case EventFluxGrammar.RULE_softKeyword,
                    EventFluxGrammar.RULE_hardKeyword,
                    EventFluxGrammar.RULE_columnName,
                    EventFluxGrammar.RULE_plainName,
                    EventFluxGrammar.RULE_callName,
                    EventFluxGrammar.RULE_typeName -> true;
            case EventFluxGrammar.RULE_specialCall -> parent.getChild(0) == node;
            default -> false;
        };
    }

    /** What stands between two neighbours. */
    static Spacing between(ParseTree left, ParseTree right) {
        int rule = rule(right.getParent());
        int last = last(left);
        int next = first(right);
        if (DENSE.contains(rule) || isDense(last, next)) {
            return NONE;
        }
        if (last == EventFluxGrammar.COMMA) {
            return LINE;
        }
        if (rule(right) == EventFluxGrammar.RULE_handler || rule(right) == EventFluxGrammar.RULE_elementHandler) {
            return beforeHandler(next);
        }
        if (rule == EventFluxGrammar.RULE_eventElement) {
            return last == EventFluxGrammar.AS || next == EventFluxGrammar.AS ? SPACE : NONE;
        }
        if (isSign(left, rule) || isCall(rule, last, next)) {
            return NONE;
        }
        return isLine(left, right, rule) ? LINE : SPACE;
    }

    private static boolean isDense(int last, int next) {
        return switch (next) {
            case EventFluxGrammar.COMMA, EventFluxGrammar.SEMICOLON, EventFluxGrammar.DOT, EventFluxGrammar.COLON ->
                true;
            default ->
                last == EventFluxGrammar.DOT
                        || last == EventFluxGrammar.COLON
                        || last == EventFluxGrammar.AT_SIGN
                        || last == EventFluxGrammar.HASH
                        || last == EventFluxGrammar.BANG;
        };
    }

    private static Spacing beforeHandler(int word) {
        return switch (word) {
            case EventFluxGrammar.WINDOW -> SPACE;
            case EventFluxGrammar.HASH -> SOFT_LINE;
            default -> NONE;
        };
    }

    private static boolean isSign(ParseTree left, int rule) {
        return (rule == EventFluxGrammar.RULE_factor || rule == EventFluxGrammar.RULE_settingValue)
                && isWord(left, EventFluxGrammar.MINUS, EventFluxGrammar.PLUS);
    }

    private static boolean isCall(int rule, int last, int next) {
        boolean opens = next == EventFluxGrammar.LEFT_PARENTHESIS || next == EventFluxGrammar.LEFT_BRACKET;
        return rule == EventFluxGrammar.RULE_annotation
                || opens && CALLS.contains(rule) && last != EventFluxGrammar.FILTER;
    }

    private static boolean isLine(ParseTree left, ParseTree right, int rule) {
        if (right instanceof TerminalNode word) {
            int type = word.getSymbol().getType();
            return CHAINS.contains(rule) && type != EventFluxGrammar.EVERY
                    || QUERIES.contains(rule)
                            && CLAUSE_WORDS.contains(type)
                            && !isWord(left, EventFluxGrammar.DELETE, EventFluxGrammar.AS);
        }
        return switch (rule(right)) {
            case EventFluxGrammar.RULE_timeRange, EventFluxGrammar.RULE_per -> rule == EventFluxGrammar.RULE_joinTail;
            case EventFluxGrammar.RULE_commonTables -> true;
            case EventFluxGrammar.RULE_query -> rule == EventFluxGrammar.RULE_streamDefinition;
            case EventFluxGrammar.RULE_selectTerm -> rule == EventFluxGrammar.RULE_unionTail;
            default -> CLAUSES.contains(rule(right)) || rule(left) == EventFluxGrammar.RULE_commonTables;
        };
    }

    private static boolean isWord(ParseTree part, int type, int otherType) {
        if (!(part instanceof TerminalNode word)) {
            return false;
        }
        int actual = word.getSymbol().getType();
        return actual == type || actual == otherType;
    }

    private static int rule(ParseTree part) {
        return part instanceof ParserRuleContext context ? context.getRuleIndex() : -1;
    }

    private static int first(ParseTree part) {
        return part instanceof TerminalNode word
                ? word.getSymbol().getType()
                : ((ParserRuleContext) part).getStart().getType();
    }

    private static int last(ParseTree part) {
        return part instanceof TerminalNode word
                ? word.getSymbol().getType()
                : ((ParserRuleContext) part).getStop().getType();
    }
}
