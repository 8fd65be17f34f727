package eventflux.parser;

import eventflux.api.query.Continuation;
import eventflux.api.query.Continuation.NameKind;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.grammar.Keywords;
import eventflux.parser.repair.Viability;
import eventflux.parser.text.TokenizedText;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Asks the grammar's network what it would take behind the last word of a text. */
final class TextContinuation {

    /** A longer statement is nothing that a person is typing. */
    private static final int LONGEST_STATEMENT = 2_000;

    private static final Map<Integer, NameKind> KINDS = Map.of(
            EventFluxGrammar.RULE_streamName, NameKind.STREAM,
            EventFluxGrammar.RULE_tableTarget, NameKind.TABLE,
            EventFluxGrammar.RULE_columnReference, NameKind.COLUMN,
            EventFluxGrammar.RULE_call, NameKind.FUNCTION,
            EventFluxGrammar.RULE_typeName, NameKind.TYPE,
            EventFluxGrammar.RULE_annotation, NameKind.ANNOTATION);

    /** Names of something new: whatever stands there, nobody can say it for the author. */
    private static final List<Integer> FREE_NAMES =
            List.of(EventFluxGrammar.RULE_name, EventFluxGrammar.RULE_anyName, EventFluxGrammar.RULE_plainName);

    private static final BitSet NAMED = named();

    private final List<Token> words;

    TextContinuation(TokenizedText text) {
        this.words = text.tokens().subList(0, text.tokens().size() - 1);
    }

    Continuation find() {
        List<Token> statement = words.subList(startOfStatement(), words.size());
        return statement.size() > LONGEST_STATEMENT ? Continuation.unknown() : behind(statement);
    }

    /** A partition may end without a semicolon, and then the next statement starts. */
    private Continuation behind(List<Token> statement) {
        int[] types = statement.stream().mapToInt(Token::getType).toArray();
        Optional<Viability.Outcome> walked =
                Viability.of(EventFluxGrammar._ATN, EventFluxGrammar.RULE_unit, types, NAMED);
        if (walked.isEmpty()) {
            return Continuation.unknown();
        }
        int reach = walked.get().reach();
        boolean isBehindEnd = reach > 0 && types[reach - 1] == EventFluxGrammar.END;
        if (isBehindEnd && walked.get().complete()) {
            return behind(statement.subList(reach, statement.size()));
        }
        return reach == types.length ? toContinuation(walked.get()) : Continuation.unknown();
    }

    private Continuation toContinuation(Viability.Outcome outcome) {
        BitSet types = (BitSet) outcome.tokens().clone();
        if (types.get(EventFluxGrammar.SEMICOLON) && !isPartitionOpen()) {
            types.clear(EventFluxGrammar.END);
        }
        Set<String> keywords = new HashSet<>();
        types.stream().filter(Keywords::isKeyword).forEach(type -> keywords.add(Keywords.spelling(type)));
        Set<NameKind> names = EnumSet.noneOf(NameKind.class);
        outcome.rules().stream().filter(KINDS::containsKey).forEach(rule -> names.add(KINDS.get(rule)));
        return new Continuation(keywords, names);
    }

    /** The end of a statement is a semicolon; the head of a partition ends with its own word. */
    private int startOfStatement() {
        for (int i = words.size() - 1; i >= 0; i--) {
            int type = words.get(i).getType();
            if (type == EventFluxGrammar.SEMICOLON || type == EventFluxGrammar.BEGIN) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean isPartitionOpen() {
        return words.stream().anyMatch(word -> word.getType() == EventFluxGrammar.BEGIN);
    }

    private static BitSet named() {
        BitSet named = new BitSet();
        KINDS.keySet().forEach(named::set);
        FREE_NAMES.forEach(named::set);
        return named;
    }
}
