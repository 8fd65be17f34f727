package eventflux.core.catalog;

import eventflux.api.Registration;
import eventflux.api.error.Problem;
import java.util.List;

/** An extension in the catalog; {@link #close} returns when every listener has let go of it. */
public interface ExtensionRegistration extends Registration {

    /** What it brought. */
    List<ProvidedExtension> extensions();

    /** What of it could not be used, and why. */
    List<Problem> problems();
}
