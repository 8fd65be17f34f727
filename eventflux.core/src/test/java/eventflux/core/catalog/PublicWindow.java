package eventflux.core.catalog;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;

/** A window that tests put into a jar. */
@Extension(kind = ExtensionKind.WINDOW, name = "public", description = "")
public final class PublicWindow implements WindowFactory {
    @Override
    public Window create(WindowContext context) {
        throw new UnsupportedOperationException();
    }
}
