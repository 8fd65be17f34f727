package eventflux.deploy;

import eventflux.api.EventFluxManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.url.AbstractURLStreamHandlerService;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

/**
 * {@code eventflux:file:/path/stocks.eventflux} is the bundle made of the text at {@code file:/path/stocks.eventflux}. Being a
 * location like any other it works with the framework's own commands: {@code install} takes it, {@code update} reads it anew.
 */
@Component(
        service = URLStreamHandlerService.class,
        property = URLConstants.URL_HANDLER_PROTOCOL + "=" + ApplicationUrlHandler.PROTOCOL)
public final class ApplicationUrlHandler extends AbstractURLStreamHandlerService {

    static final String PROTOCOL = "eventflux";

    /** The location of the bundle that is made of the text at a place. */
    static String location(URI place) {
        return PROTOCOL + ":" + place;
    }

    /** Whether a location is that of a bundle made of a text. */
    static boolean isText(String location) {
        return location.startsWith(PROTOCOL + ":");
    }

    private final EventFluxManager manager;

    /**
     * Makes bundles for an engine.
     *
     * @param manager says what texts need of other bundles
     */
    @Activate
    public ApplicationUrlHandler(@Reference EventFluxManager manager) {
        this.manager = manager;
    }

    @Override
    public URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                connected = true;
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return new ByteArrayInputStream(read(URI.create(url.getPath())));
            }
        };
    }

    private byte[] read(URI place) throws IOException {
        URLConnection text = place.toURL().openConnection();
        text.setUseCaches(false);
        try (InputStream in = text.getInputStream()) {
            Instant modified = Instant.ofEpochMilli(text.getLastModified());
            return new ApplicationBundle(place, in.readAllBytes(), modified).toBytes(manager::needs);
        }
    }
}
