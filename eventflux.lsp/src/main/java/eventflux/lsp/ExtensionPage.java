package eventflux.lsp;

import eventflux.api.event.DataType;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an extension says of itself, as a page in Markdown. */
final class ExtensionPage {

    private final ExtensionDescriptor extension;

    ExtensionPage(ExtensionDescriptor extension) {
        this.extension = extension;
    }

    /** How it is called, on one line: {@code length(size INT)}. */
    String heading() {
        List<String> signatures = signatures();
        if (signatures.size() == 1) {
            return signatures.get(0);
        }
        String arguments =
                extension.parameters().stream().map(ExtensionPage::parameter).collect(Collectors.joining(", "));
        return extension.qualifiedName() + "(" + (signatures.isEmpty() ? arguments : "…") + ")";
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append("```eventflux\n").append(heading()).append("\n```\n");
        page.append('*').append(extension.kind().label()).append("* – ").append(extension.description());
        page.append('\n');
        if (!extension.parameters().isEmpty()) {
            page.append('\n');
            extension.parameters().forEach(parameter -> page.append(line(parameter)));
        }
        if (signatures().size() > 1) {
            page.append(signatures().stream().collect(Collectors.joining("\n", "\n```eventflux\n", "\n```\n")));
        }
        extension
                .examples()
                .forEach(example ->
                        page.append("\n```eventflux\n").append(example).append("\n```\n"));
        return page.append("\nProvided by ")
                .append(extension.provider())
                .append('\n')
                .toString();
    }

    private List<String> signatures() {
        return Stream.concat(
                        extension.signatures().stream().map(this::signature),
                        extension.rowSignatures().stream().map(signature -> signature.text(extension.qualifiedName())))
                .toList();
    }

    private String signature(SignatureDescriptor signature) {
        String takes = signature.takes().stream().map(DataType::name).collect(Collectors.joining(", "));
        String more = signature.variadic() ? " …" : "";
        return extension.qualifiedName() + "(" + takes + more + ") "
                + signature.returns().name();
    }

    private static String parameter(ParameterDescriptor parameter) {
        String words = parameter.name() + " " + types(parameter) + (parameter.repeated() ? " …" : "");
        return parameter.optional() ? "[" + words + "]" : words;
    }

    private static String types(ParameterDescriptor parameter) {
        return parameter.types().stream().map(Enum::name).collect(Collectors.joining("|"));
    }

    private static String line(ParameterDescriptor parameter) {
        String otherwise = parameter.optional() && !parameter.defaultValue().isEmpty()
                ? "; otherwise `" + parameter.defaultValue() + "`"
                : "";
        return "- `" + parameter(parameter) + "` " + parameter.description() + otherwise + "\n";
    }
}
