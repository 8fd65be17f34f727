package eventflux.core.compile.code.term;

/** The generated class, as far as the writer of one method needs it. */
public interface Methods {

    /** Internal name of the class. */
    String className();

    /** Has a method written that computes a term; answers its name. */
    String outline(Term body);
}
