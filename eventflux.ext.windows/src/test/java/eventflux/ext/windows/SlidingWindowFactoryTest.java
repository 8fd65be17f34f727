package eventflux.ext.windows;

import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.window.WindowCase;
import eventflux.testkit.window.WindowContract;
import java.util.List;

class SlidingWindowFactoryTest extends WindowContract {

    @Override
    protected WindowFactory factory() {
        return new SlidingWindowFactory();
    }

    @Override
    protected List<WindowCase> cases() {
        return HoppingModel.cases();
    }
}
