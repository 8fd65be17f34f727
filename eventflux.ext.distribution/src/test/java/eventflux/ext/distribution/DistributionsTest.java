package eventflux.ext.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eventflux.api.config.Settings;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.distribution.Destinations;
import eventflux.api.spi.distribution.Distribution;
import eventflux.api.spi.distribution.DistributionContext;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.testkit.connector.TypedSettings;
import eventflux.testkit.row.HeapRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistributionsTest {

    private static final Schema SCHEMA = new Schema(List.of(new Column("key", DataType.STRING)));

    private final Set<Integer> away = new HashSet<>();
    private final Destinations three = new Destinations() {
        @Override
        public int count() {
            return 3;
        }

        @Override
        public boolean isUp(int destination) {
            return !away.contains(destination);
        }
    };

    private record Context(String stream, Schema schema, Settings settings, int destinations)
            implements DistributionContext {}

    private static Distribution made(DistributionFactory factory, Map<String, String> settings) {
        return factory.create(new Context("S", SCHEMA, TypedSettings.of(factory.getClass(), settings), 3));
    }

    private List<Integer> chosen(Distribution distribution, String key) {
        List<Integer> chosen = new ArrayList<>();
        distribution.choose(HeapRow.of(SCHEMA, 0, 0, key), three, chosen::add);
        return chosen;
    }

    @Test
    void takesDestinationsInTurnAndPassesOverTheLost() {
        Distribution distribution = made(new RoundRobinFactory(), Map.of());

        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.addAll(chosen(distribution, "k"));
        }
        away.add(1);
        all.addAll(chosen(distribution, "k"));
        away.addAll(List.of(0, 2));
        all.addAll(chosen(distribution, "k"));

        assertThat(all).containsExactly(0, 1, 2, 0, 2, 0);
    }

    @Test
    void sendsToAll() {
        away.add(1);

        assertThat(chosen(made(new BroadcastFactory(), Map.of()), "k")).containsExactly(0, 1, 2);
    }

    @Test
    void keepsRowsOfOneKeyTogether() {
        Distribution distribution = made(new PartitionedFactory(), Map.of("partition.key", "key"));

        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            List<Integer> first = chosen(distribution, "k" + i);
            away.add(first.get(0));
            assertThat(chosen(distribution, "k" + i)).isEqualTo(first).hasSize(1);
            used.addAll(first);
        }

        assertThat(used).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(chosen(distribution, null)).hasSize(1);
    }

    @Test
    void refusesAKeyThatIsNoColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> made(new PartitionedFactory(), Map.of("partition.key", "nothing")));
    }
}
