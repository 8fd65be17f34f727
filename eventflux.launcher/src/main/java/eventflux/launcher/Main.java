package eventflux.launcher;

import eventflux.launcher.command.CommandLines;
import eventflux.launcher.node.Distribution;
import eventflux.launcher.node.FelixStarter;

/** The process: arguments in, exit code out. */
public final class Main {

    private Main() {}

    /** Reads the arguments, does what they say, and ends the process with the command's exit code. */
    public static void main(String[] args) {
        Distribution distribution = Distribution.ofRunningProcess();
        int code = CommandLines.execute(new FelixStarter(distribution), args);
        System.exit(code);
    }
}
