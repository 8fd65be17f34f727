package eventflux.core.compile.code;

/** What a generated class implements. */
interface ClassBody {

    /** The interface. */
    Class<?> type();

    /** How many rows its methods get. */
    default int inputs() {
        return 1;
    }

    /** Writes its methods. */
    void write(ClassCode code);

    /** Prints all that the methods depend on. */
    void print(StringBuilder out);
}
