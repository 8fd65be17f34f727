package eventflux.ext.functions.stream;

import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.testkit.stream.StreamFunctionCase;
import eventflux.testkit.stream.StreamFunctionContract;
import java.util.List;

class Pol2CartFactoryTest extends StreamFunctionContract {

    @Override
    protected StreamFunctionFactory factory() {
        return new Pol2CartFactory();
    }

    @Override
    protected List<StreamFunctionCase> cases() {
        return List.of(StreamFunctionCase.of("price", "volume"), StreamFunctionCase.of("price", "volume", "ts"));
    }
}
