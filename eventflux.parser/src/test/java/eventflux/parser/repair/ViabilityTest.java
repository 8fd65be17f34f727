package eventflux.parser.repair;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.parser.grammar.EventFluxGrammar;
import java.util.BitSet;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class ViabilityTest {

    private static Viability.Outcome walk(BitSet named, int... types) {
        return Viability.of(EventFluxGrammar._ATN, EventFluxGrammar.RULE_unit, types, named)
                .orElseThrow();
    }

    @Test
    void findsTheFirstWordThatCannotStandWhereItStands() {
        Viability.Outcome outcome = walk(
                new BitSet(),
                EventFluxGrammar.FROM,
                EventFluxGrammar.IDENTIFIER,
                EventFluxGrammar.IDENTIFIER,
                EventFluxGrammar.IDENTIFIER,
                Token.EOF);

        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.reach()).isEqualTo(3);
        assertThat(outcome.tokens().get(EventFluxGrammar.SELECT)).isTrue();
        assertThat(outcome.tokens().get(EventFluxGrammar.INTO)).isFalse();
    }

    @Test
    void seesThatAUnitIsComplete() {
        Viability.Outcome outcome =
                walk(new BitSet(), EventFluxGrammar.FROM, EventFluxGrammar.IDENTIFIER, EventFluxGrammar.SEMICOLON);

        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void tellsRulesByTheirNames() {
        BitSet named = new BitSet();
        named.set(EventFluxGrammar.RULE_streamName);

        Viability.Outcome outcome = walk(named, EventFluxGrammar.INSERT, EventFluxGrammar.INTO, Token.EOF);

        assertThat(outcome.reach()).isEqualTo(2);
        assertThat(outcome.rules()).containsExactly(EventFluxGrammar.RULE_streamName);
        assertThat(outcome.tokens().isEmpty()).isTrue();
    }
}
