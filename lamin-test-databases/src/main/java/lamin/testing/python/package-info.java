/** Python beside us, for the tests that compare with its packages: {@link lamin.testing.python.PythonPeer}. */
@NullMarked
package lamin.testing.python;

import org.jspecify.annotations.NullMarked;
