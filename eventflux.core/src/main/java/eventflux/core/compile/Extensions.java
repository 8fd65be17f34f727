package eventflux.core.compile;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.SettingAtFault;
import java.util.Optional;
import java.util.function.Function;

/** Asks extensions to make things, and turns what goes wrong into problems. */
public final class Extensions {

    private final String application;
    private final CatalogSnapshot catalog;

    /**
     * The extensions of one moment.
     *
     * @param application the name of the one that they serve
     * @param catalog which there are
     */
    public Extensions(String application, CatalogSnapshot catalog) {
        this.application = application;
        this.catalog = catalog;
    }

    /** The name of the application that they serve. */
    String application() {
        return application;
    }

    /**
     * What an extension's factory makes.
     *
     * @param ref the extension
     * @param factoryType of its kind
     * @param position of the call in the text
     * @param call calls the factory
     */
    public <F, T> T make(
            ExtensionRef ref, Class<F> factoryType, Optional<SourcePosition> position, Function<F, T> call) {
        return make(ref, factoryType, reason -> position, call);
    }

    /**
     * As {@link #make(ExtensionRef, Class, Optional, Function)}, for an extension with settings: what it says against one of them stands at
     * that one.
     */
    public <F, T> T make(ExtensionRef ref, Class<F> factoryType, SettingAtFault fault, Function<F, T> call) {
        return make(ref, factoryType, reason -> Optional.of(fault.position(reason)), call);
    }

    private <F, T> T make(
            ExtensionRef ref,
            Class<F> factoryType,
            Function<String, Optional<SourcePosition>> position,
            Function<F, T> call) {
        ProvidedExtension extension = catalog.find(ref)
                .orElseThrow(() -> new EventFluxException(
                        at(position.apply(""), Problem.of(CompileError.EXTENSION_GONE, "extension", ref))));
        try {
            T made = call.apply(factoryType.cast(extension.service()));
            if (made == null) {
                throw new IllegalStateException("it made nothing");
            }
            return made;
        } catch (IllegalArgumentException e) {
            throw failure(CompileError.ARGUMENTS_REFUSED, ref, position, e);
        } catch (RuntimeException | LinkageError e) {
            throw failure(CompileError.EXTENSION_FAILED, ref, position, e);
        }
    }

    private static EventFluxException failure(
            CompileError code, ExtensionRef ref, Function<String, Optional<SourcePosition>> position, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new EventFluxException(
                at(position.apply(reason), Problem.of(code, "extension", ref, "cause", reason)), cause);
    }

    private static Problem at(Optional<SourcePosition> position, Problem problem) {
        return position.map(problem::at).orElse(problem);
    }
}
