package eventflux.core.catalog;

import eventflux.api.error.Problem;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.Parameters;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.core.resolved.ExtensionRef;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a registered object brings: one extension, or the functions of a library. */
final class ExtensionReader {

    private final Provider provider;

    ExtensionReader(Provider provider) {
        this.provider = provider;
    }

    /** What an object brings, and what is wrong with it. */
    record Reading(List<ProvidedExtension> extensions, List<Problem> problems) {

        /** Of what has gone. */
        static final Reading NONE = new Reading(List.of(), List.of());

        static Reading refused(Problem problem) {
            return new Reading(List.of(), List.of(problem));
        }
    }

    Reading read(Object service) {
        if (service instanceof FunctionLibrary library) {
            return new FunctionLibraryReader(provider, library).read();
        }
        Class<?> type = service.getClass();
        if (!ExtensionInterfaces.isExtension(service)) {
            return Reading.refused(problem(CatalogError.NOT_AN_EXTENSION, type));
        }
        Extension extension = type.getAnnotation(Extension.class);
        if (extension == null) {
            return Reading.refused(problem(CatalogError.NOT_DESCRIBED, type));
        }
        Class<?> expected = ExtensionInterfaces.of(extension.kind());
        if (!expected.isInstance(service)) {
            return Reading.refused(Problem.of(
                    CatalogError.WRONG_KIND,
                    "class",
                    type.getName(),
                    "provider",
                    provider,
                    "kind",
                    extension.kind().label(),
                    "interface",
                    expected.getName()));
        }
        if (lacksSignatures(extension)) {
            return Reading.refused(problem(CatalogError.NO_SIGNATURES, type));
        }
        if (!Arrays.stream(extension.shares()).allMatch(reader -> reader.isAnnotationPresent(Parameters.class))) {
            return Reading.refused(problem(CatalogError.NO_PARAMETERS, type));
        }
        return described(service, ExtensionDescriptor.of(type, provider.toString()));
    }

    private static boolean lacksSignatures(Extension extension) {
        return switch (extension.kind()) {
            case AGGREGATOR -> extension.signatures().length == 0;
            case STREAM_FUNCTION -> extension.rowSignatures().length == 0;
            default -> false;
        };
    }

    private Reading described(Object service, ExtensionDescriptor descriptor) {
        List<Problem> wrongDefaults = descriptor.parameters().stream()
                .filter(ParameterValues::hasWrongDefault)
                .map(parameter -> Problem.of(
                        CatalogError.WRONG_DEFAULT,
                        "class",
                        service.getClass().getName(),
                        "provider",
                        provider,
                        "parameter",
                        parameter.name()))
                .toList();
        if (!wrongDefaults.isEmpty()) {
            return new Reading(List.of(), wrongDefaults);
        }
        List<ProvidedExtension> extensions = Stream.concat(
                        Stream.of(descriptor.qualifiedName()), descriptor.aliases().stream())
                .map(name -> new ExtensionRef(descriptor.kind(), name))
                .map(ref -> new ProvidedExtension(ref, descriptor, service, provider, List.of()))
                .toList();
        return new Reading(extensions, List.of());
    }

    private Problem problem(CatalogError error, Class<?> type) {
        return Problem.of(error, "class", type.getName(), "provider", provider);
    }
}
