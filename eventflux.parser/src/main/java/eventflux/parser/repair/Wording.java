package eventflux.parser.repair;

import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.Keywords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/** Puts words of the grammar into words for people. */
final class Wording {

    private static final int LONGEST_LIST = 6;
    private static final int LONGEST_QUOTATION = 30;

    /** What the author would call a rule. */
    private static final Map<Integer, String> RULES = Map.ofEntries(
            Map.entry(EventFluxGrammar.RULE_expression, "an expression"),
            Map.entry(EventFluxGrammar.RULE_conjunction, "an expression"),
            Map.entry(EventFluxGrammar.RULE_negation, "an expression"),
            Map.entry(EventFluxGrammar.RULE_membership, "an expression"),
            Map.entry(EventFluxGrammar.RULE_equality, "an expression"),
            Map.entry(EventFluxGrammar.RULE_relation, "an expression"),
            Map.entry(EventFluxGrammar.RULE_sum, "an expression"),
            Map.entry(EventFluxGrammar.RULE_product, "an expression"),
            Map.entry(EventFluxGrammar.RULE_factor, "an expression"),
            Map.entry(EventFluxGrammar.RULE_primary, "an expression"),
            Map.entry(EventFluxGrammar.RULE_selectItem, "an expression"),
            Map.entry(EventFluxGrammar.RULE_identifier, "a name"),
            Map.entry(EventFluxGrammar.RULE_name, "a name"),
            Map.entry(EventFluxGrammar.RULE_anyName, "a name"),
            Map.entry(EventFluxGrammar.RULE_plainName, "a name"),
            Map.entry(EventFluxGrammar.RULE_columnName, "a name"),
            Map.entry(EventFluxGrammar.RULE_alias, "an alias"),
            Map.entry(EventFluxGrammar.RULE_streamName, "the name of a stream"),
            Map.entry(EventFluxGrammar.RULE_typeName, "a type"),
            Map.entry(EventFluxGrammar.RULE_settingKey, "a key"),
            Map.entry(EventFluxGrammar.RULE_settingValue, "a value"),
            Map.entry(EventFluxGrammar.RULE_stringLiteral, "a string"),
            Map.entry(EventFluxGrammar.RULE_number, "a number"),
            Map.entry(EventFluxGrammar.RULE_duration, "a length of time"),
            Map.entry(EventFluxGrammar.RULE_timeUnit, "a unit of time"),
            Map.entry(EventFluxGrammar.RULE_annotation, "an annotation"),
            Map.entry(EventFluxGrammar.RULE_definition, "a definition"),
            Map.entry(EventFluxGrammar.RULE_query, "a query"),
            Map.entry(EventFluxGrammar.RULE_quantifier, "a quantifier"),
            Map.entry(EventFluxGrammar.RULE_columnConstraint, "a constraint"),
            Map.entry(EventFluxGrammar.RULE_relationTail, "an operator"));

    private static final Map<Integer, String> TOKENS = Map.ofEntries(
            Map.entry(EventFluxGrammar.IDENTIFIER, "a name"),
            Map.entry(EventFluxGrammar.BACK_QUOTED, "a name"),
            Map.entry(EventFluxGrammar.QUOTED, "a string"),
            Map.entry(EventFluxGrammar.STRING, "a string"),
            Map.entry(EventFluxGrammar.TRIPLE_STRING, "a string"),
            Map.entry(EventFluxGrammar.INT_LITERAL, "a whole number"),
            Map.entry(EventFluxGrammar.LONG_LITERAL, "a number"),
            Map.entry(EventFluxGrammar.FLOAT_LITERAL, "a number"),
            Map.entry(EventFluxGrammar.DOUBLE_LITERAL, "a number"),
            Map.entry(EventFluxGrammar.SCRIPT, "a script in braces"),
            Map.entry(EventFluxGrammar.EQUAL, "'='"),
            Map.entry(EventFluxGrammar.NOT_EQUAL, "'!='"));

    private static final BitSet OPERATORS = TokenTypes.of(
            EventFluxGrammar.PLUS,
            EventFluxGrammar.MINUS,
            EventFluxGrammar.STAR,
            EventFluxGrammar.SLASH,
            EventFluxGrammar.PERCENT,
            EventFluxGrammar.DIV,
            EventFluxGrammar.CONCATENATE,
            EventFluxGrammar.EQUAL,
            EventFluxGrammar.NOT_EQUAL,
            EventFluxGrammar.AND,
            EventFluxGrammar.OR,
            EventFluxGrammar.IN,
            EventFluxGrammar.NOT);
    private static final BitSet CLAUSES = TokenTypes.of(
            EventFluxGrammar.SELECT,
            EventFluxGrammar.WINDOW,
            EventFluxGrammar.WHERE,
            EventFluxGrammar.GROUP,
            EventFluxGrammar.HAVING,
            EventFluxGrammar.ORDER,
            EventFluxGrammar.LIMIT,
            EventFluxGrammar.OFFSET,
            EventFluxGrammar.OUTPUT,
            EventFluxGrammar.INSERT,
            EventFluxGrammar.RETURN,
            EventFluxGrammar.DELETE,
            EventFluxGrammar.UPDATE,
            EventFluxGrammar.UNION,
            EventFluxGrammar.JOIN,
            EventFluxGrammar.INNER,
            EventFluxGrammar.LEFT,
            EventFluxGrammar.RIGHT,
            EventFluxGrammar.FULL,
            EventFluxGrammar.WITHIN,
            EventFluxGrammar.PER,
            EventFluxGrammar.ON,
            EventFluxGrammar.UNIDIRECTIONAL);

    private Wording() {}

    /** The rules that have a name for people. */
    static BitSet namedRules() {
        BitSet named = new BitSet();
        RULES.keySet().forEach(named::set);
        return named;
    }

    /** A word of the text, in quotes and not too long. */
    static String found(Token token) {
        if (token.getType() == Token.EOF) {
            return "the end of the text";
        }
        String text = token.getText().lines().findFirst().orElse("");
        String shown = text.length() > LONGEST_QUOTATION ? text.substring(0, LONGEST_QUOTATION) + "…" : text;
        boolean isQuoted = text.startsWith("'") || text.startsWith("\"") || text.startsWith("`");
        return isQuoted ? shown : "'" + shown + "'";
    }

    /**
     * What could stand at a place.
     *
     * @param outcome what the walk found
     * @param upperCase whether the author writes keywords in capitals
     */
    static String expected(Viability.Outcome outcome, boolean upperCase) {
        Set<String> phrases = new LinkedHashSet<>();
        new TreeSet<>(outcome.rules()).forEach(rule -> phrases.add(RULES.get(rule)));
        BitSet tokens = (BitSet) outcome.tokens().clone();
        if (collapses(tokens, OPERATORS, 4)) {
            phrases.add("an operator");
        }
        boolean clauses = collapses(tokens, CLAUSES, 4);
        if (tokens.get(EventFluxGrammar.SEMICOLON)) {
            tokens.clear(EventFluxGrammar.END); // only in a partition
        }
        if (phrases.contains("the name of a stream")) {
            phrases.remove("a name");
        }
        List<String> words = new ArrayList<>();
        tokens.stream().forEach(type -> words.add(word(type, upperCase)));
        words.sort(Wording::signsFirst);
        phrases.addAll(words);
        if (clauses) {
            phrases.add("the next clause");
        }
        return list(new ArrayList<>(phrases));
    }

    private static boolean collapses(BitSet tokens, BitSet group, int least) {
        BitSet common = (BitSet) tokens.clone();
        common.and(group);
        if (common.cardinality() < least) {
            return false;
        }
        tokens.andNot(group);
        return true;
    }

    private static int signsFirst(String a, String b) {
        return Boolean.compare(isSign(b), isSign(a));
    }

    private static boolean isSign(String word) {
        return word.startsWith("'") && !Character.isLetter(word.charAt(1));
    }

    private static String list(List<String> phrases) {
        if (phrases.isEmpty()) {
            return "the end of the text";
        }
        if (phrases.size() == 1) {
            return phrases.get(0);
        }
        if (phrases.size() > LONGEST_LIST) {
            return String.join(", ", phrases.subList(0, LONGEST_LIST)) + " …";
        }
        int last = phrases.size() - 1;
        return String.join(", ", phrases.subList(0, last)) + " or " + phrases.get(last);
    }

    /** A word of the language in quotes, or what it stands for. */
    static String word(int type, boolean upperCase) {
        String phrase = TOKENS.get(type);
        return phrase != null ? phrase : "'" + spelling(type, upperCase) + "'";
    }

    /** How a word of the language is written. */
    static String spelling(int type, boolean upperCase) {
        String word = Keywords.isKeyword(type) ? Keywords.spelling(type) : sign(type);
        return upperCase ? word : word.toLowerCase(Locale.ROOT);
    }

    private static String sign(int type) {
        String literal = EventFluxGrammar.VOCABULARY.getLiteralName(type);
        return literal == null ? "=" : literal.substring(1, literal.length() - 1); // '=' is written in two ways
    }
}
