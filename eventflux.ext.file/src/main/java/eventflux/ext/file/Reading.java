package eventflux.ext.file;

import eventflux.api.spi.source.SourceThread;
import java.util.Optional;

/** A way to read a file, which knows how far it has come. */
interface Reading extends SourceThread.Work {

    /** How far it has come; on the thread that reads. */
    Optional<String> place();

    /** Goes on at a place, unless that is one in another file; before it runs. */
    void resume(String place);
}
