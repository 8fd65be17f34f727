package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.config.Settings;
import eventflux.api.error.EventFluxException;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.errors.ErrorStoreFactory;
import eventflux.api.spi.errors.StoredError;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.ExtensionRegistration;
import eventflux.core.catalog.Provider;
import eventflux.core.failure.MemoryErrorStore;
import eventflux.core.resolved.ExtensionRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrorStoresTest {

    private static final ExtensionRef KEPT = new ExtensionRef(ExtensionKind.ERROR_STORE, "kept");

    /** Opens the same store again and again. */
    @Extension(kind = ExtensionKind.ERROR_STORE, name = "kept", description = "Keeps events in memory.")
    private record Kept(ErrorStore store) implements ErrorStoreFactory {

        @Override
        public ErrorStore open(Settings settings) {
            return store;
        }
    }

    private final Kept kept = new Kept(new MemoryErrorStore(100));
    private final ExtensionCatalog catalog = new ExtensionCatalog();
    private final ErrorStores stores =
            new ErrorStores(catalog, () -> List.of(new ConfiguredSetting("errors.type", "kept", "test")));

    private ExtensionRegistration come() {
        return catalog.register(kept, new Provider("test", "1.0.0", 0));
    }

    private static StoredError error(String message) {
        return new StoredError(
                0, "app", ErrorOrigin.STREAM, "S", "", 1_000, "Exception", message, 1, "[1]", new byte[] {1});
    }

    private List<String> messages() {
        return stores.of("app").list(0, 100).stream().map(StoredError::message).toList();
    }

    @Test
    void holdsWhatFailsWhileTheExtensionIsAway() {
        // given
        ExtensionRegistration registration = come();
        stores.of("app").save(error("before"));

        // when
        registration.close();
        stores.leaving(Set.of(KEPT));
        stores.of("app").save(error("away"));
        stores.of("app").save(error("still away"));

        // then
        assertThatThrownBy(() -> stores.of("app").count()).isInstanceOf(EventFluxException.class);

        // when
        come();
        stores.arrived(Set.of(KEPT));

        // then
        // What came before went with the store, which is one in memory.
        assertThat(messages()).containsExactly("away", "still away");
    }

    @Test
    void keepsTheOrderOfWhatWasHeldAndWhatComesNext() {
        stores.of("app").save(error("away"));
        come();
        stores.of("app").save(error("back"));
        stores.arrived(Set.of(KEPT));

        assertThat(messages()).containsExactly("away", "back");
    }
}
