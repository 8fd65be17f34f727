package eventflux.launcher.command;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All that is known of one extension, for the command line.
 *
 * @param extension the extension
 */
record ExtensionPage(ExtensionDescriptor extension) {

    private static final String INDENT = "  ";

    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        page.append(extension.kind().label()).append(' ').append(extension.qualifiedName());
        page.append("  from ").append(extension.provider());
        page.append('\n').append(extension.description()).append('\n');
        if (!extension.aliases().isEmpty()) {
            page.append("Other names: ")
                    .append(String.join(", ", extension.aliases()))
                    .append('\n');
        }
        extension
                .signatures()
                .forEach(
                        signature -> page.append(INDENT).append(text(signature)).append('\n'));
        extension
                .rowSignatures()
                .forEach(signature -> page.append(INDENT)
                        .append(signature.text(extension.qualifiedName()))
                        .append('\n'));
        extension.parameters().forEach(parameter -> page.append(text(parameter)));
        extension
                .examples()
                .forEach(example ->
                        page.append("For example: ").append(example.strip()).append('\n'));
        return page.toString();
    }

    private String text(SignatureDescriptor signature) {
        String takes = signature.takes().stream().map(Enum::name).collect(Collectors.joining(", "));
        return extension.qualifiedName() + "(" + takes + (signature.variadic() ? ", …" : "") + ") gives "
                + signature.returns();
    }

    private static String text(ParameterDescriptor parameter) {
        String types = parameter.types().stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        String usual = parameter.defaultValue().isEmpty() ? "optional" : "otherwise " + parameter.defaultValue();
        return INDENT + parameter.name() + ", " + types + ", " + (parameter.optional() ? usual : "required") + "\n"
                + INDENT + INDENT + parameter.description() + "\n";
    }
}
