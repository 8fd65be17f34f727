package eventflux.examples.scenarios;

import eventflux.api.event.DataType;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionDescriptor.ParameterDescriptor;
import eventflux.api.spi.ExtensionDescriptor.SignatureDescriptor;
import eventflux.api.spi.ExtensionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what extensions say of themselves as a page of the guide. */
final class ExtensionsPage {

    private static final String HEAD = """
            # Extensions that ship with EventFlux

            Printed from what the extensions say of themselves. `ExtensionsPageTest` fails when this page is stale and leaves the
            page as it should be in `eventflux.examples/scenarios/target/extensions-reference.md`; copy it here:

                cp eventflux.examples/scenarios/target/extensions-reference.md docs/guide/extensions-reference.md

            A node prints the same, vendors' extensions included: `./eventflux extensions`, and `extensions <name>` at its shell.
            How windows, functions, aggregators and stream functions are used in queries is in [language.md](language.md).
            """;

    private final List<String> page = new ArrayList<>();

    private ExtensionsPage() {}

    /** The page. */
    static String print(List<ExtensionDescriptor> extensions) {
        Map<ExtensionKind, List<ExtensionDescriptor>> byKind = extensions.stream()
                .sorted(Comparator.comparing(ExtensionDescriptor::qualifiedName, String.CASE_INSENSITIVE_ORDER))
                .collect(Collectors.groupingBy(ExtensionDescriptor::kind, TreeMap::new, Collectors.toList()));
        ExtensionsPage page = new ExtensionsPage();
        byKind.forEach(page::printKind);
        return HEAD + String.join("\n", page.page) + "\n";
    }

    private void printKind(ExtensionKind kind, List<ExtensionDescriptor> extensions) {
        String label = kind.label();
        add("", "## " + label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + "s");
        extensions.forEach(this::print);
    }

    private void print(ExtensionDescriptor extension) {
        add("", "### " + extension.qualifiedName(), "", extension.description());
        if (!extension.aliases().isEmpty()) {
            add("", extension.aliases().stream().collect(Collectors.joining("`, `", "Other names: `", "`.")));
        }
        if (!extension.signatures().isEmpty()) {
            add("");
            extension.signatures().forEach(signature -> add("    " + text(extension.qualifiedName(), signature)));
        }
        if (!extension.rowSignatures().isEmpty()) {
            add("");
            extension.rowSignatures().forEach(signature -> add("    " + signature.text(extension.qualifiedName())));
        }
        if (!extension.parameters().isEmpty()) {
            add("", "| parameter | takes | default | |", "|---|---|---|---|");
            extension.parameters().forEach(parameter -> add(row(parameter)));
        }
        for (String example : extension.examples()) {
            add("", "```sql", example.strip(), "```");
        }
    }

    private static String text(String name, SignatureDescriptor signature) {
        String types = signature.takes().stream().map(DataType::name).collect(Collectors.joining(", "));
        return name + "(" + types + (signature.variadic() ? ", …" : "") + ") -> " + signature.returns();
    }

    private static String row(ParameterDescriptor parameter) {
        String names = "`" + parameter.name() + "`"
                + parameter.aliases().stream().map(alias -> ", `" + alias + "`").collect(Collectors.joining());
        String types = parameter.types().stream().map(Enum::name).collect(Collectors.joining(" or "))
                + (parameter.repeated() ? ", any number" : "");
        String value = parameter.defaultValue().isEmpty() ? "" : "`" + parameter.defaultValue() + "`";
        String missing = parameter.optional() ? value : "must be given";
        return "| " + names + " | " + types + " | " + missing + " | "
                + parameter.description().replace("|", "\\|") + " |";
    }

    private void add(String... lines) {
        page.addAll(List.of(lines));
    }
}
