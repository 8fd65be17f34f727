package eventflux.core.catalog;

import eventflux.api.error.Problem;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.core.resolved.ExtensionRef;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a library apart: each name of its annotated methods becomes a function with the overloads of that name. */
final class FunctionLibraryReader {

    private final Provider provider;
    private final FunctionLibrary library;
    private final List<Problem> problems = new ArrayList<>();

    FunctionLibraryReader(Provider provider, FunctionLibrary library) {
        this.provider = provider;
        this.library = library;
    }

    ExtensionReader.Reading read() {
        FunctionMethodReader reader = new FunctionMethodReader(provider, problems);
        Map<String, List<Named>> byName = new LinkedHashMap<>();
        for (Method method : annotatedMethods()) {
            Function function = method.getAnnotation(Function.class);
            for (String name : function.name()) {
                String qualified = qualified(function.namespace(), name);
                ExtensionRef ref = new ExtensionRef(ExtensionKind.FUNCTION, qualified);
                reader.read(method, ref)
                        .ifPresent(read -> byName.computeIfAbsent(qualified, key -> new ArrayList<>())
                                .add(new Named(function, read)));
            }
        }
        List<ProvidedExtension> extensions = new ArrayList<>();
        byName.forEach((name, methods) -> extensions.add(provided(name, methods)));
        return new ExtensionReader.Reading(
                List.copyOf(extensions), problems.stream().distinct().toList());
    }

    private record Named(Function function, FunctionMethod method) {}

    /** In an order that does not depend on the virtual machine. */
    private List<Method> annotatedMethods() {
        List<Method> methods = new ArrayList<>();
        for (Class<?> type = library.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Function.class) && !method.isSynthetic())
                    .forEach(methods::add);
        }
        methods.sort(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString));
        return methods;
    }

    private ProvidedExtension provided(String name, List<Named> methods) {
        Function function = methods.get(0).function();
        List<SignatureDescriptor> signatures = methods.stream()
                .map(Named::method)
                .map(method -> new SignatureDescriptor(method.takes(), method.returns(), method.isVariadic()))
                .toList();
        List<String> examples = methods.stream()
                .flatMap(method -> Arrays.stream(method.function().examples()))
                .distinct()
                .toList();
        ExtensionDescriptor descriptor = new ExtensionDescriptor(
                ExtensionKind.FUNCTION,
                function.namespace(),
                function.name()[0],
                List.of(),
                Objects.requireNonNull(function.description()),
                List.of(),
                signatures,
                List.of(),
                examples,
                provider.toString());
        return new ProvidedExtension(
                new ExtensionRef(ExtensionKind.FUNCTION, name),
                descriptor,
                library,
                provider,
                methods.stream().map(Named::method).toList());
    }

    private static String qualified(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + ":" + name;
    }
}
