package eventflux.core.compile.code;

import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generated classes that are in use, by shape. Holds neither a class nor a function: a class goes with its last object, and
 * a function's bundle with the last class that calls it. Any thread.
 */
final class ShapeCache {

    private final Map<Key, LoadedClass> classes = new HashMap<>();
    private final ReferenceQueue<Class<?>> gone = new ReferenceQueue<>();

    /** What a class was made from; equal when listing and handles are the same. */
    private static final class Key {

        private final String listing;
        private final List<WeakReference<MethodHandle>> handles;
        private final int hash;

        Key(String listing, List<MethodHandle> handles) {
            this.listing = listing;
            this.handles = handles.stream().map(WeakReference::new).toList();
            int sum = listing.hashCode();
            for (MethodHandle handle : handles) {
                sum = sum * 31 + System.identityHashCode(handle);
            }
            this.hash = sum;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Key that && listing.equals(that.listing) && sameHandles(that);
        }

        private boolean sameHandles(Key that) {
            if (handles.size() != that.handles.size()) {
                return false;
            }
            for (int i = 0; i < handles.size(); i++) {
                MethodHandle handle = handles.get(i).get();
                if (handle == null || !that.handles.get(i).refersTo(handle)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class LoadedClass extends WeakReference<Class<?>> {

        private final Key key;

        LoadedClass(Class<?> loaded, Key key, ReferenceQueue<Class<?>> gone) {
            super(loaded, gone);
            this.key = key;
        }
    }

    /** The class of a shape, when it is in use. */
    synchronized Optional<Class<?>> find(String listing, List<MethodHandle> handles) {
        forgetGone();
        return Optional.ofNullable(classes.get(new Key(listing, handles))).map(Reference::get);
    }

    /** Remembers the class of a shape; answers it, or the one that another thread has put before. */
    synchronized Class<?> put(String listing, List<MethodHandle> handles, Class<?> loaded) {
        Optional<Class<?>> present = find(listing, handles);
        if (present.isEmpty()) {
            Key key = new Key(listing, handles);
            classes.put(key, new LoadedClass(loaded, key, gone));
        }
        return present.orElse(loaded);
    }

    /** How many classes are in use, or have been until a moment ago. */
    synchronized int size() {
        forgetGone();
        return classes.size();
    }

    private void forgetGone() {
        for (Reference<?> next = gone.poll(); next != null; next = gone.poll()) {
            LoadedClass loaded = (LoadedClass) next;
            classes.remove(loaded.key, loaded);
        }
    }
}
