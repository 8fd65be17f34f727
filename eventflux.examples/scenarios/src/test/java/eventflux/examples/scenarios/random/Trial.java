package eventflux.examples.scenarios.random;

import java.util.Optional;

/** Something that is tried with an application: that it gives the same, run in two ways. */
interface Trial {

    /** What is tried, in short. */
    String name();

    /** Whether it can be tried with an application. */
    boolean suits(Application application);

    /** The text that is run beside that of the application. */
    String other(Application application);

    /** The first row that differs. */
    Optional<String> difference(Application application);
}
