import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JobInput } from '../api/client.ts';
import { startJob } from '../api/jobs.ts';
import { batchesOf } from './batches.ts';
import { keepInputs } from './kept-inputs.ts';

/** Sends inputs, in as many jobs as their size asks for, and keeps them for another try. */
export function useAdding() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (inputs: JobInput[]) => {
      for (const batch of batchesOf(inputs)) keepInputs((await startJob(batch)).id, batch);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
