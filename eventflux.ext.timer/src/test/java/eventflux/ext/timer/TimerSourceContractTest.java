package eventflux.ext.timer;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceFactory;
import eventflux.testkit.connector.EndpointFixture;
import eventflux.testkit.source.SourceContract;
import eventflux.testkit.time.VirtualTime;
import java.util.Map;

class TimerSourceContractTest extends SourceContract {

    private final VirtualTime time = new VirtualTime(0);

    @Override
    protected SourceFactory factory() {
        return new TimerSourceFactory();
    }

    @Override
    protected Schema schema() {
        return Schema.of(new Column("at", DataType.LONG));
    }

    @Override
    protected Source source() {
        return factory()
                .create(EndpointFixture.unmapped(TimerSourceFactory.class, schema(), Map.of())
                        .at(time));
    }

    @Override
    protected void bring() throws Exception {
        time.awaitWaiter();
        time.advance(1000);
    }
}
