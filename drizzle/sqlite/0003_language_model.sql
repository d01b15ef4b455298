CREATE TABLE `model_answers` (
	`workspace` text NOT NULL,
	`resume_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`reserved` integer NOT NULL,
	`day` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace`, `resume_id`, `content_hash`)
);
--> statement-breakpoint
CREATE INDEX `model_answers_candidate` ON `model_answers` (`workspace`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `model_spending` (
	`workspace` text NOT NULL,
	`period` text NOT NULL,
	`reserved` integer NOT NULL,
	`spent` integer NOT NULL,
	`calls` integer NOT NULL,
	`failed` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	PRIMARY KEY(`workspace`, `period`)
);
