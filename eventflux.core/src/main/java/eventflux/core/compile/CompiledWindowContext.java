package eventflux.core.compile;

import eventflux.api.event.Schema;
import eventflux.api.spi.Arguments;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.WindowContext;

/** What a window is made from. */
record CompiledWindowContext(Arguments arguments, Schema schema, StateFactory state, Timer timer, boolean expiredWanted)
        implements WindowContext {}
