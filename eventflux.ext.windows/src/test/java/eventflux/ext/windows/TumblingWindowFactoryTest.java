package eventflux.ext.windows;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import java.util.List;

class TumblingWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new TumblingWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return TimeBatchModel.cases();
    }
}
