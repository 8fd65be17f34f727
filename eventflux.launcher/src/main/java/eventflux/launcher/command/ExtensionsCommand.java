package eventflux.launcher.command;

import eventflux.api.spi.ExtensionDescriptor;
import eventflux.launcher.ExitCode;
import eventflux.launcher.node.EngineHost;
import eventflux.launcher.node.EngineStarter;
import eventflux.launcher.node.NodeRequest.Profile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what queries can name. */
@Command(
        name = "extensions",
        description = "Lists the windows, functions, sources, sinks and mappers that are there.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExtensionsCommand implements Callable<Integer> {

    private static final int GAP = 2;
    private static final int DESCRIPTION_WIDTH = 70;

    private final EngineStarter starter;

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
            line.getOut().print(table(host.engine().extensions(), line));
            line.getOut().flush();
        }
        return ExitCode.OK;
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
