package eventflux.api.spi;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of an extension.
 *
 * @param kind what it extends
 * @param namespace empty for built-in names
 * @param name the name in queries
 * @param aliases other names in queries, each with its namespace if it has one
 * @param description one or two sentences
 * @param parameters in order
 * @param signatures of an aggregator or function; empty for other kinds
 * @param rowSignatures of a stream function; empty for other kinds
 * @param examples statements that show it
 * @param provider who provides it: bundle name and version, or the place of the jar
 */
public record ExtensionDescriptor(
        ExtensionKind kind,
        String namespace,
        String name,
        List<String> aliases,
        String description,
        List<ParameterDescriptor> parameters,
        List<SignatureDescriptor> signatures,
        List<RowSignatureDescriptor> rowSignatures,
        List<String> examples,
        String provider) {

    /** Copies the lists and refuses missing parts. */
    public ExtensionDescriptor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        parameters = List.copyOf(parameters);
        signatures = List.copyOf(signatures);
        rowSignatures = List.copyOf(rowSignatures);
        examples = List.copyOf(examples);
    }

    /** Reads the {@link Extension} annotation of a factory class. */
    public static ExtensionDescriptor of(Class<?> factory, String provider) {
        Extension extension = factory.getAnnotation(Extension.class);
        if (extension == null) {
            throw new IllegalArgumentException("no @Extension on class=" + factory.getName());
        }
        return new ExtensionDescriptor(
                extension.kind(),
                extension.namespace(),
                extension.name(),
                List.of(extension.aliases()),
                extension.description(),
                parameters(extension),
                Arrays.stream(extension.signatures())
                        .map(SignatureDescriptor::of)
                        .toList(),
                Arrays.stream(extension.rowSignatures())
                        .map(RowSignatureDescriptor::of)
                        .toList(),
                List.of(extension.examples()),
                provider);
    }

    private static List<ParameterDescriptor> parameters(Extension extension) {
        Stream<Parameter> shared = Arrays.stream(extension.shares()).flatMap(ExtensionDescriptor::shared);
        return Stream.concat(Arrays.stream(extension.parameters()), shared)
                .map(ParameterDescriptor::of)
                .toList();
    }

    private static Stream<Parameter> shared(Class<?> reader) {
        Parameters parameters = reader.getAnnotation(Parameters.class);
        if (parameters == null) {
            throw new IllegalArgumentException("no @Parameters on class=" + reader.getName());
        }
        return Arrays.stream(parameters.value());
    }

    /** The name as queries write it: {@code namespace:name}, or the name alone when the namespace is empty. */
    public String qualifiedName() {
        return namespace.isEmpty() ? name : namespace + ":" + name;
    }

    /**
     * One parameter.
     *
     * @param name its name
     * @param types what may stand there
     * @param description one sentence
     * @param optional whether it may be left off
     * @param defaultValue what holds then, as text
     * @param repeated whether it may come any number of times
     * @param dynamic whether it may depend on the row
     * @param aliases other spellings
     */
    public record ParameterDescriptor(
            String name,
            List<ParameterType> types,
            String description,
            boolean optional,
            String defaultValue,
            boolean repeated,
            boolean dynamic,
            List<String> aliases) {

        /** Copies the lists. */
        public ParameterDescriptor {
            types = List.copyOf(types);
            aliases = List.copyOf(aliases);
        }

        static ParameterDescriptor of(Parameter parameter) {
            return new ParameterDescriptor(
                    parameter.name(),
                    List.of(parameter.type()),
                    parameter.description(),
                    parameter.optional(),
                    parameter.defaultValue(),
                    parameter.repeated(),
                    parameter.dynamic(),
                    List.of(parameter.aliases()));
        }
    }

    /**
     * Argument types and result type.
     *
     * @param takes the argument types
     * @param returns the result type
     * @param variadic whether the last argument type may come any number of times
     * @param constants how many of the last arguments have to be constants
     */
    public record SignatureDescriptor(List<DataType> takes, DataType returns, boolean variadic, int constants) {

        /** Copies the list. */
        public SignatureDescriptor {
            takes = List.copyOf(takes);
            Objects.requireNonNull(returns, "returns");
        }

        /** Without constants. */
        public SignatureDescriptor(List<DataType> takes, DataType returns, boolean variadic) {
            this(takes, returns, variadic, 0);
        }

        static SignatureDescriptor of(Signature signature) {
            return new SignatureDescriptor(
                    List.of(signature.takes()), signature.returns(), false, signature.constants());
        }
    }

    /**
     * Argument types of a stream function and what it adds.
     *
     * @param takes the argument types; OBJECT is any
     * @param variadic whether the last argument type may come any number of times
     * @param constants how many of the last arguments have to be constants
     * @param adds the added columns
     */
    public record RowSignatureDescriptor(List<DataType> takes, boolean variadic, int constants, List<Column> adds) {

        /** Copies the lists. */
        public RowSignatureDescriptor {
            takes = List.copyOf(takes);
            adds = List.copyOf(adds);
        }

        static RowSignatureDescriptor of(RowSignature signature) {
            return new RowSignatureDescriptor(
                    List.of(signature.takes()),
                    signature.repeated(),
                    signature.constants(),
                    Arrays.stream(signature.adds())
                            .map(column -> new Column(column.name(), column.type()))
                            .toList());
        }

        /** How it is called, and what it adds: {@code name(DOUBLE, DOUBLE) adds x DOUBLE, y DOUBLE}. */
        public String text(String name) {
            String types = takes.stream().map(Enum::name).collect(Collectors.joining(", "));
            String added = adds.stream()
                    .map(column -> column.name() + " " + column.type())
                    .collect(Collectors.joining(", "));
            return name + "(" + types + (variadic ? " …)" : ")") + (added.isEmpty() ? "" : " adds " + added);
        }
    }
}
