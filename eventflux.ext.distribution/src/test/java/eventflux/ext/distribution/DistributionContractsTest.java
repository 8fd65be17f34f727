package eventflux.ext.distribution;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.distribution.DistributionFactory;
import eventflux.testkit.distribution.DistributionContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class DistributionContractsTest {

    private abstract static class OverKeys extends DistributionContract {

        @Override
        protected Schema schema() {
            return Schema.of(new Column("key", DataType.STRING));
        }

        @Override
        protected List<Object[]> rows() {
            return List.of(new Object[] {"a"}, new Object[] {"b"}, new Object[] {"a"}, new Object[] {null});
        }
    }

    @Nested
    class RoundRobin extends OverKeys {

        @Override
        protected DistributionFactory factory() {
            return new RoundRobinFactory();
        }
    }

    @Nested
    class Broadcast extends OverKeys {

        @Override
        protected DistributionFactory factory() {
            return new BroadcastFactory();
        }
    }

    @Nested
    class Partitioned extends OverKeys {

        @Override
        protected DistributionFactory factory() {
            return new PartitionedFactory();
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("partition.key", "key");
        }
    }
}
