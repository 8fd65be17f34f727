package eventflux.launcher.command;

import eventflux.launcher.node.EngineStarter;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Puts the commands together. */
public final class CommandLines {

    private CommandLines() {}

    /** Does what the arguments say, over a way to start an engine; answers the exit code. */
    public static int execute(EngineStarter starter, String... arguments) {
        return PlainRun.fileOf(arguments)
                .map(file -> new PlainRun(starter, new PrintWriter(System.err)).run(file))
                .orElseGet(() -> create(starter).execute(arguments));
    }

    /** The command line over a way to start an engine; writes to the standard streams unless told otherwise. */
    static CommandLine create(EngineStarter starter) {
        CommandLine line = new CommandLine(new EventFluxCommand(new RunCommand(starter)));
        line.addSubcommand(new RunCommand(starter));
        line.addSubcommand(new ShellCommand(starter));
        line.addSubcommand(new ValidateCommand(starter));
        line.addSubcommand(new FormatCommand(starter));
        line.addSubcommand(new ExplainCommand(starter));
        line.addSubcommand(new ExtensionsCommand(starter));
        line.addSubcommand(new NewExtensionCommand());
        line.addSubcommand(new ConfigCommand(starter));
        line.addSubcommand(new LanguageServerCommand(starter));
        line.addSubcommand(new CompletionCommand());
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setExecutionExceptionHandler(new FailureHandler());
        line.setParameterExceptionHandler(new MisuseHandler());
        line.setUsageHelpAutoWidth(true);
        return line;
    }
}
