package eventflux.launcher.command;

import eventflux.api.error.EventFluxException;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.launcher.EditDistance;
import eventflux.launcher.ExitCode;
import eventflux.launcher.LauncherError;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what queries can name. */
@Command(
        name = "extensions",
        description =
                "Lists the windows, functions, sources, sinks and mappers that are there, or prints all about one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  eventflux extensions window", "  eventflux extensions length"})
final class ExtensionsCommand implements Callable<Integer> {

    private static final int GAP = 2;
    private static final int DESCRIPTION_WIDTH = 70;

    private final EngineStarter starter;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHICH",
            description = "A kind, as window or source mapper, or the name of an extension; all if not given.")
    private String which;

    @Mixin
    private EngineArguments arguments;

    @Spec
    private CommandSpec spec;

    ExtensionsCommand(EngineStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() {
        try (EngineHost host = starter.start(arguments.toRequest(Profile.ENGINE))) {
            CommandLine line = spec.commandLine();
            line.getOut().print(answer(host.engine().extensions(), line));
            line.getOut().flush();
        }
        return ExitCode.OK;
    }

    private Object answer(List<ExtensionDescriptor> all, CommandLine line) {
        if (which == null) {
            return table(all, line);
        }
        List<ExtensionDescriptor> ofKind = all.stream()
                .filter(extension -> extension.kind().label().equals(which.replace('-', ' ')))
                .toList();
        return ofKind.isEmpty() ? pages(all) : table(ofKind, line);
    }

    private String pages(List<ExtensionDescriptor> all) {
        List<ExtensionDescriptor> named = all.stream()
                .filter(extension -> extension.qualifiedName().equalsIgnoreCase(which)
                        || extension.aliases().contains(which))
                .toList();
        if (named.isEmpty()) {
            Set<String> known = all.stream()
                    .flatMap(extension -> Stream.of(
                            extension.qualifiedName(), extension.kind().label()))
                    .collect(Collectors.toSet());
            throw new EventFluxException(
                    LauncherError.NO_SUCH_EXTENSION.problem(Map.of("name", which), EditDistance.nearest(which, known)));
        }
        return named.stream().map(page -> new ExtensionPage(page).toString()).collect(Collectors.joining("\n"));
    }

    private static TextTable table(List<ExtensionDescriptor> extensions, CommandLine line) {
        TextTable table = TextTable.forColumns(
                line.getColorScheme(),
                new Column(
                        widest(extensions.stream().map(e -> e.kind().label()).toList(), "kind"),
                        0,
                        Column.Overflow.SPAN),
                new Column(
                        widest(
                                extensions.stream()
                                        .map(ExtensionDescriptor::qualifiedName)
                                        .toList(),
                                "name"),
                        GAP,
                        Column.Overflow.SPAN),
                new Column(DESCRIPTION_WIDTH, GAP, Column.Overflow.WRAP));
        table.addRowValues("@|bold kind|@", "@|bold name|@", "@|bold description|@");
        extensions.forEach(extension ->
                table.addRowValues(extension.kind().label(), extension.qualifiedName(), extension.description()));
        return table;
    }

    private static int widest(List<String> cells, String header) {
        return GAP
                + Math.max(
                        header.length(),
                        cells.stream().mapToInt(String::length).max().orElse(0));
    }
}
