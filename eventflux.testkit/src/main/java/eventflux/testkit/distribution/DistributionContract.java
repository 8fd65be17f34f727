package eventflux.testkit.distribution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.distribution.Destinations;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.testkit.connector.TypedSettings;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.spi.Description;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every distribution owes the engine. The test of a distribution extends this class and gives rows to spread. */
public abstract class DistributionContract {

    private static final int MOST = 5;

    /** The factory of the distribution under test. */
    protected abstract DistributionFactory factory();

    /** The columns of the rows. */
    protected abstract Schema schema();

    /** The settings of the distribution. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** Rows to spread: a value for each column of each. */
    protected abstract List<Object[]> rows();

    /** A distribution over so many destinations. */
    protected final Distribution over(int destinations) {
        return factory()
                .create(new Context("Out", schema(), TypedSettings.of(factory().getClass(), settings()), destinations));
    }

    /** Where the rows go, one after another, while some destinations are lost. */
    protected final List<List<Integer>> chosen(Distribution distribution, int destinations, BitSet lost) {
        List<List<Integer>> chosen = new ArrayList<>();
        for (Object[] values : rows()) {
            List<Integer> taken = new ArrayList<>();
            distribution.choose(HeapRow.of(schema(), 0, 0, values), new Some(destinations, lost), taken::add);
            chosen.add(taken);
        }
        return chosen;
    }

    @Test
    final void describesItself() {
        Description.check(factory().getClass(), ExtensionKind.DISTRIBUTION);
    }

    @Test
    final void choosesForEveryRowWhereAllDestinationsCanBeReached() {
        for (int count = 1; count <= MOST; count++) {
            assertAll(chosen(over(count), count, new BitSet()).stream()
                    .map(taken -> () -> assertFalse(taken.isEmpty(), "a row goes nowhere")));
        }
    }

    @Test
    final void choosesOnlyWhatIsThere() {
        for (int count = 1; count <= MOST; count++) {
            int most = count - 1;
            for (int away = 0; away < 1 << count; away++) {
                chosen(over(count), count, BitSet.valueOf(new long[] {away})).stream()
                        .flatMap(List::stream)
                        .forEach(taken -> assertEquals(Math.max(0, Math.min(taken, most)), taken));
            }
        }
    }

    /** Where chance decides, nobody can find out afterwards where a row went. */
    @Test
    final void choosesTheSameForTheSameRows() {
        assertEquals(chosen(over(MOST), MOST, new BitSet()), chosen(over(MOST), MOST, new BitSet()));
    }

    private record Context(String stream, Schema schema, Settings settings, int destinations)
            implements DistributionContext {}

    private record Some(int count, BitSet lost) implements Destinations {

        @Override
        public boolean isUp(int destination) {
            return !lost.get(destination);
        }
    }
}
