package eventflux.core;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.core.analyze.window.ConditionReader;
import eventflux.core.catalog.BundleRange;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.failure.CodeOwners;
import eventflux.core.plan.Plan;
import eventflux.core.resolved.ExtensionRef;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedStore;
import eventflux.core.resolved.ResolvedTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of an application's text with the extensions of one moment.
 *
 * @param name of the application
 * @param text as it was given
 * @param app the text after analysis; empty when it has mistakes or extensions are missing
 * @param plan how it will run; present when the application is
 * @param catalog the extensions that it uses, as they were when it was analysed
 * @param conditions reads those of windows that come with the rows
 * @param problems errors and warnings, in the order of their places
 * @param missing the extensions that it names and that are not there
 * @param waits whether nothing but missing extensions keeps it from being built
 * @param reach the extensions that it uses
 * @param requires the versions of bundles that it takes them from
 */
record Blueprint(
        String name,
        String text,
        Optional<ResolvedApp> app,
        Optional<Plan> plan,
        CatalogSnapshot catalog,
        ConditionReader conditions,
        List<Problem> problems,
        List<ExtensionRef> missing,
        boolean waits,
        Reach reach,
        List<BundleRange> requires) {

    /** What remains of it when it is never built again. */
    Blueprint withoutExtensions() {
        return new Blueprint(
                name,
                text,
                Optional.empty(),
                Optional.empty(),
                CatalogSnapshot.EMPTY,
                conditions.withoutExtensions(),
                problems,
                List.of(),
                false,
                Reach.NOTHING,
                List.of());
    }

    /** The extensions that it uses and that are there, each once whatever it is called by. */
    List<ExtensionDescriptor> extensions() {
        return reach.named().stream()
                .map(catalog::find)
                .flatMap(Optional::stream)
                .map(ProvidedExtension::descriptor)
                .distinct()
                .toList();
    }

    /** Who provides the extensions that it uses. */
    CodeOwners owners() {
        return new CodeOwners(reach.in(catalog).stream()
                .flatMap(ref -> catalog.find(ref).stream())
                .collect(Collectors.toMap(
                        extension -> extension.service().getClass().getPackageName(),
                        extension -> extension.provider().toString(),
                        (first, second) -> first)));
    }

    /** Whether it can be built. */
    boolean isComplete() {
        return plan.isPresent();
    }

    /** Throws all problems unless it can be built. */
    void requireComplete() {
        if (!isComplete()) {
            throw new EventFluxException(problems);
        }
    }

    /** Throws all problems unless it can be built now or when the missing extensions have come. */
    void requireCorrect() {
        if (!isComplete() && !waits) {
            throw new EventFluxException(problems);
        }
    }

    /** Whether its sources, sinks and stores differ from those of another one: in their settings, or because something is missing in one. */
    boolean isConnectedOtherwise(Blueprint other) {
        if (app.isEmpty() || other.app.isEmpty()) {
            return app.isEmpty() != other.app.isEmpty();
        }
        return !app.get().sources().equals(other.app.get().sources())
                || !app.get().sinks().equals(other.app.get().sinks())
                || !stores(app.get()).equals(stores(other.app.get()));
    }

    private static List<Optional<ResolvedStore>> stores(ResolvedApp app) {
        return app.tables().stream().map(ResolvedTable::store).toList();
    }
}
