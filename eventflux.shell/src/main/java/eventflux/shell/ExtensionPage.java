package eventflux.shell;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All that is known of one extension.
 *
 * @param extension the extension
 */
record ExtensionPage(ExtensionDescriptor extension) {

    /** Many signatures would push everything else off the line. */
    private static final int SIGNATURES_SHOWN = 3;

    String print(Screen screen) {
        StringBuilder page = new StringBuilder();
        String title = extension.kind().label() + " " + extension.qualifiedName();
        page.append(screen.paint(Paint.HEADING, title)).append("  from ").append(extension.provider());
        page.append('\n').append(extension.description());
        if (!extension.aliases().isEmpty()) {
            page.append("\nOther names: ").append(String.join(", ", extension.aliases()));
        }
        if (!extension.parameters().isEmpty()) {
            page.append("\n\n").append(parameterTable().print(screen));
        }
        if (!extension.signatures().isEmpty()) {
            page.append("\n\n")
                    .append(extension.signatures().stream()
                            .map(signature -> extension.qualifiedName() + signature(signature))
                            .collect(Collectors.joining("\n")));
        }
        if (!extension.rowSignatures().isEmpty()) {
            page.append("\n\n")
                    .append(extension.rowSignatures().stream()
                            .map(signature -> signature.text(extension.qualifiedName()))
                            .collect(Collectors.joining("\n")));
        }
        extension.examples().forEach(example -> page.append("\n\n").append(example.strip()));
        return page.toString();
    }

    /** How it is called, in short: {@code <length> [<mode>] …}, or its signatures. */
    static String parameters(ExtensionDescriptor extension) {
        if (!extension.rowSignatures().isEmpty()) {
            return shortened(extension.rowSignatures().stream()
                    .map(signature -> signature.text(""))
                    .toList());
        }
        if (extension.parameters().isEmpty()) {
            return shortened(extension.signatures().stream()
                    .map(ExtensionPage::signature)
                    .toList());
        }
        return extension.parameters().stream().map(ExtensionPage::parameter).collect(Collectors.joining(" "));
    }

    private static String shortened(List<String> signatures) {
        String more = signatures.size() > SIGNATURES_SHOWN ? " …" : "";
        return signatures.stream().limit(SIGNATURES_SHOWN).collect(Collectors.joining(" ")) + more;
    }

    private Table parameterTable() {
        Table table = new Table().left("PARAMETER", "TYPE", "DEFAULT", "DESCRIPTION");
        for (ParameterDescriptor parameter : extension.parameters()) {
            table.row(
                    parameter.name(),
                    parameter.types().stream()
                            .map(type -> type.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" or ")),
                    parameter.optional() ? parameter.defaultValue() : "(required)",
                    parameter.description());
        }
        return table;
    }

    private static String parameter(ParameterDescriptor parameter) {
        String name = "<" + parameter.name() + ">" + (parameter.repeated() ? "…" : "");
        return parameter.optional() ? "[" + name + "]" : name;
    }

    private static String signature(SignatureDescriptor signature) {
        return signature.takes().stream()
                        .map(type -> type.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "(", signature.variadic() ? ", …)" : ")"))
                + ":"
                + signature.returns().name().toLowerCase(Locale.ROOT);
    }
}
