package dev.clew.model;

import java.util.List;

/// What an article about a fault says beside its steps.
///
/// @param first the look that decides where to begin
/// @param answers what may be seen there, and what it leads to
/// @param impact what stops, what goes on, whether it can wait
/// @param causes what is seen, why, and the steps for it
/// @param verify how to see on all nodes that it is over
/// @param noHelp what to collect and whom to ask if nothing helped
public record Guide(
        FixStep first,
        List<Answer> answers,
        String impact,
        List<Cause> causes,
        List<FixStep> verify,
        String noHelp) {

    public Guide {
        answers = List.copyOf(answers);
        causes = List.copyOf(causes);
        verify = List.copyOf(verify);
    }

    /// What the first look may show.
    ///
    /// @param see what is seen
    /// @param then what to do: `step 2`, or another page
    /// @param steps numbers of the steps that it leads to
    public record Answer(String see, String then, List<Integer> steps) {
        public Answer {
            steps = List.copyOf(steps);
        }
    }

    /// A row of the table of causes.
    ///
    /// @param see what is seen
    /// @param cause what it comes from
    /// @param then the steps in words, or another page
    /// @param steps numbers of the steps against it
    public record Cause(String see, String cause, String then, List<Integer> steps) {
        public Cause {
            steps = List.copyOf(steps);
        }
    }
}
