package eventflux.api;

import java.util.ServiceLoader;
import org.osgi.annotation.versioning.ProviderType;

/** How {@link EventFluxManager#create()} finds the engine on the class path. */
@ProviderType
public interface EngineProvider {

    /** A new engine. */
    EventFluxManager create(EngineOptions options);

    /** The engine that is on the class path of the calling thread's context, or of this class. */
    static EngineProvider load() {
        return ServiceLoader.load(EngineProvider.class)
                .findFirst()
                .or(() -> ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "no engine on the class path: add eventflux.core and eventflux.parser"));
    }
}
