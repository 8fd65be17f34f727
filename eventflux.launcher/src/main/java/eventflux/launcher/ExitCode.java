package eventflux.launcher;

import eventflux.api.error.ErrorKind;
import eventflux.api.error.Problem;
import java.util.List;

/** What the process answers to who called it. */
public final class ExitCode {

    /** Everything went as asked. */
    public static final int OK = 0;
    /** The application's text, settings or input are wrong. */
    public static final int APPLICATION = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** The engine, the machine or a system outside is wrong. */
    public static final int ENVIRONMENT = 3;
    /** Ended by Ctrl-C or a request to terminate, as shells count it: 128 and the number of the signal. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The code for problems: {@link #APPLICATION} when the author can cure all of them. */
    public static int of(List<Problem> problems) {
        boolean curable = problems.stream().allMatch(problem -> problem.code().kind() == ErrorKind.USER);
        return curable ? APPLICATION : ENVIRONMENT;
    }
}
