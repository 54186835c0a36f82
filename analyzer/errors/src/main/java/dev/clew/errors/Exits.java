package dev.clew.errors;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the number that a process leaves behind says, and whose doing its end was.
public final class Exits {

    private static final Map<Integer, String> SIGNALS =
            Map.ofEntries(
                    Map.entry(1, "SIGHUP"),
                    Map.entry(2, "SIGINT"),
                    Map.entry(3, "SIGQUIT"),
                    Map.entry(4, "SIGILL"),
                    Map.entry(5, "SIGTRAP"),
                    Map.entry(6, "SIGABRT"),
                    Map.entry(7, "SIGBUS"),
                    Map.entry(8, "SIGFPE"),
                    Map.entry(9, "SIGKILL"),
                    Map.entry(11, "SIGSEGV"),
                    Map.entry(13, "SIGPIPE"),
                    Map.entry(15, "SIGTERM"),
                    Map.entry(31, "SIGSYS"));

    private Exits() {}

    /// Who ended a process.
    public enum Owner {
        PROGRAM,
        KUBELET,
        KERNEL,
        RUNTIME;

        /// The word used in reports.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is known of an end.
    ///
    /// @param meaning in words, to stand after "exit code 137: "
    /// @param owner who ended it, as far as the number tells
    public record Meaning(String meaning, Owner owner) {}

    /// The meaning of an exit code, or empty for success.
    ///
    /// @param code the exit code; of Windows too, as a signed or unsigned number
    /// @param reason the reason of the container's state (`OOMKilled`, `Error`), may be empty
    public static Optional<Meaning> of(long code, String reason) {
        if (reason.equals("OOMKilled")) {
            return meaning("killed because it used more memory than its limit", Owner.KERNEL);
        }
        if (reason.equals("ContainerCannotRun") || reason.equals("StartError")) {
            return meaning("the runtime could not start it", Owner.RUNTIME);
        }
        long unsigned = code & 0xFFFF_FFFFL;
        if (code < 0 || unsigned > 255) {
            return windows(unsigned);
        }
        return switch ((int) code) {
            case 0 -> Optional.empty();
            case 1 -> meaning("the program ended itself because of an error", Owner.PROGRAM);
            case 2 ->
                    meaning("wrong use of the command line, or an error of a shell", Owner.PROGRAM);
            case 124 ->
                    meaning(
                            "the command `timeout` ended it, which it had asked for",
                            Owner.PROGRAM);
            case 125 -> meaning("the container command itself failed", Owner.RUNTIME);
            case 126 -> meaning("the command was found and may not be executed", Owner.RUNTIME);
            case 127 -> meaning("the command was not found", Owner.RUNTIME);
            case 128 -> meaning("the program gave an exit code that is none", Owner.PROGRAM);
            case 137 ->
                    meaning(
                            "SIGKILL: killed from outside, after a stop that took too long or because the node ran out of memory",
                            Owner.KUBELET);
            case 143 -> meaning("SIGTERM: asked to stop", Owner.KUBELET);
            case 255 -> meaning("ended with -1, or the runtime lost sight of it", Owner.PROGRAM);
            default ->
                    signal((int) code - 128)
                            .or(() -> meaning("an error of the program's own", Owner.PROGRAM));
        };
    }

    /// The meaning of a signal, or empty for a number that is none.
    public static Optional<Meaning> signal(int number) {
        String name = SIGNALS.get(number);
        if (name == null) {
            return Optional.empty();
        }
        return switch (number) {
            case 4, 5, 7, 8, 11, 31 ->
                    meaning(
                            name + ": the program did what the processor or kernel forbids",
                            Owner.PROGRAM);
            case 6 -> meaning(name + ": the program gave itself up", Owner.PROGRAM);
            case 9 -> meaning(name + ": killed from outside", Owner.KERNEL);
            case 1, 2, 3, 15 -> meaning(name + ": asked to stop", Owner.KUBELET);
            default -> meaning(name, Owner.PROGRAM);
        };
    }

    private static Optional<Meaning> windows(long code) {
        String hex = "0x" + Long.toHexString(code).toUpperCase(Locale.ROOT);
        return switch (hex) {
            case "0xC0000005" -> meaning(hex + ": access violation", Owner.PROGRAM);
            case "0xC000013A" -> meaning(hex + ": stopped by Ctrl+C or a shutdown", Owner.KUBELET);
            case "0xC0000135" -> meaning(hex + ": a DLL was not found", Owner.PROGRAM);
            case "0xC0000142" -> meaning(hex + ": a DLL could not be initialised", Owner.PROGRAM);
            case "0xC00000FD" -> meaning(hex + ": stack overflow", Owner.PROGRAM);
            case "0xC0000409" -> meaning(hex + ": the program gave itself up", Owner.PROGRAM);
            case "0xE0434352" -> meaning(hex + ": unhandled .NET exception", Owner.PROGRAM);
            case "0xC0000017" -> meaning(hex + ": no memory", Owner.PROGRAM);
            case "0xC000001D" -> meaning(hex + ": illegal instruction", Owner.PROGRAM);
            case "0xC0000022" -> meaning(hex + ": access denied", Owner.PROGRAM);
            case "0xC000007B" ->
                    meaning(hex + ": a DLL is for another kind of processor", Owner.PROGRAM);
            case "0xC0000094" -> meaning(hex + ": division by zero", Owner.PROGRAM);
            case "0xC0000139" ->
                    meaning(hex + ": a DLL lacks a function that is needed", Owner.PROGRAM);
            case "0xC0000374" -> meaning(hex + ": the heap is damaged", Owner.PROGRAM);
            case "0xC0000417" -> meaning(hex + ": a function was called wrongly", Owner.PROGRAM);
            case "0x40010004" -> meaning(hex + ": the system was shut down", Owner.KUBELET);
            case "0x80131506" -> meaning(hex + ": the .NET run-time failed", Owner.PROGRAM);
            default -> meaning(hex + ": an error of the program's own", Owner.PROGRAM);
        };
    }

    private static Optional<Meaning> meaning(String meaning, Owner owner) {
        return Optional.of(new Meaning(meaning, owner));
    }
}
