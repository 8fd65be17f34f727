package eventflux.core.row;

import org.agrona.UnsafeApi;

/** Whether the virtual machine lets rows be read, which lie in memory that Java keeps to itself unless it is told otherwise. */
public final class MemoryAccess {

    /** The package of {@code java.base} that has to be opened. */
    public static final String PACKAGE = "jdk.internal.misc";

    private MemoryAccess() {}

    /** Whether it does; asked before any row is made, because that would fail from deep inside. */
    public static boolean isOpen() {
        return isOpenTo(UnsafeApi.class.getModule());
    }

    /** Whether it lets the classes of a module do so. */
    static boolean isOpenTo(Module reader) {
        return Object.class.getModule().isExported(PACKAGE, reader);
    }
}
